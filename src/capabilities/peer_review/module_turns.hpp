// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of reviews read: one snapshot a page. How they write: ledger::in_turn.

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

} // namespace poa::peer_review
