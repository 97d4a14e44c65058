// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of peer_review: what it adds to the platform. Only app includes it.

#include "capabilities/peer_review/keeping.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

namespace poa::peer_review {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    Ground ground;
};

void add_routes(web::Routes& routes, ModuleLinks links);

// Parts of add_routes.
void add_review_sentences(web::Routes& routes);
void add_review_pages(web::Routes& routes, const ModuleLinks& links);
void add_review_commands(web::Routes& routes, const ModuleLinks& links);

} // namespace poa::peer_review
