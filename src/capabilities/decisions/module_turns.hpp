// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of this capability read: one snapshot a page. How they write: ledger::in_turn.

#include "capabilities/decisions/module.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::decisions {

/// What `load(Reading)` gives, from one snapshot.
template <class Load> auto reading(const ModuleLinks& links, const web::Visit& visit, Load&& load) {
    return links.database.read([&](storage::Session& session) {
        const Mechanism mechanism = links.mechanism();
        return load(Reading{session, mechanism, identity::actor_of(visit), visit, links.clock.now()});
    });
}

/// A command that needs no mechanism, as one that is given it.
template <class Command> auto plain(Command command) {
    return [command](ledger::Work& work, const identity::Actor& actor, const Mechanism&,
                     const auto& request) { return command(work, actor, request); };
}

/// The proposal that the address names; unknown where it names none.
[[nodiscard]] Id<Proposal> proposal_in(const web::Visit& visit);

} // namespace poa::decisions
