// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of this capability read: one snapshot a page. How they write: ledger::in_turn.

#include "capabilities/acquis/module.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::acquis {

/// What `load(Reading)` gives, from one snapshot.
template <class Load> auto reading(const ModuleLinks& links, const web::Visit& visit, Load&& load) {
    const auto states = links.states.now();
    return links.database.read([&](storage::Session& session) {
        return load(Reading{session, *states, identity::actor_of(visit), visit, links.clock.now(),
                            links.current, links.held_of});
    });
}

} // namespace poa::acquis
