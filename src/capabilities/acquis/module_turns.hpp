// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of this capability read and write: one snapshot a page, one transaction an act.

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

/// What `act(work)` gives, from one transaction; an error rolls back.
template <class Act> auto in_turn(const ModuleLinks& links, Act&& act) {
    const Instant received = links.clock.now();
    return links.database.write([&](storage::Session& session) {
        ledger::Work work(session, received);
        return act(work);
    });
}

} // namespace poa::acquis
