// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of reviews read and write: one snapshot a page, one transaction an act.

#include "capabilities/identity/faces.hpp"
#include "capabilities/peer_review/module.hpp"
#include "capabilities/peer_review/pages_loading.hpp"

namespace poa::peer_review {

/// What `load(ReviewReading)` gives, from one snapshot.
template <class Load> auto reading_reviews(const ModuleLinks& links, const web::Visit& visit, Load&& load) {
    return links.database.read([&](storage::Session& session) {
        return load(
            ReviewReading{session, links.ground, identity::actor_of(visit), visit, links.clock.now()});
    });
}

/// What `act(work)` gives, from one transaction; an error rolls back.
template <class Act> auto in_one_turn(const ModuleLinks& links, Act&& act) {
    const Instant received = links.clock.now();
    return links.database.write([&](storage::Session& session) {
        ledger::Work work(session, received);
        return act(work);
    });
}

} // namespace poa::peer_review
