// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of this capability read and write: one snapshot a page, one transaction an act.

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

/// What `act(work)` gives, from one transaction; an error rolls back. When it came is when it counts, however
/// long it waits for its turn. Of two of one State at the same instant the second is run again, and then is
/// told of the first.
template <class Act> auto in_turn(const ModuleLinks& links, Act&& act) {
    const Instant received = links.clock.now();
    auto body = [&](storage::Session& session) {
        ledger::Work work(session, received);
        return act(work);
    };
    try {
        return links.database.write(body);
    } catch (const storage::DatabaseError& failure) {
        if (failure.kind() != storage::DatabaseError::Kind::unique) throw;
    }
    return links.database.write(body);
}

/// A command that needs no mechanism, as one that is given it.
template <class Command> auto plain(Command command) {
    return [command](ledger::Work& work, const identity::Actor& actor, const Mechanism&,
                     const auto& request) { return command(work, actor, request); };
}

/// The proposal that the address names; unknown where it names none.
[[nodiscard]] Id<Proposal> proposal_in(const web::Visit& visit);

} // namespace poa::decisions
