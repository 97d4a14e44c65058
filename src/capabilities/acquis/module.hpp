// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of acquis: what it adds to the platform. Only app includes it.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/acquis/pages_loading.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

namespace poa::acquis {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    const members::CurrentRegister& states;
    CurrentFramework& current;
    /// What rooms above hold of an item (national practice, needs, projects): empty until there are some.
    HeldOf held_of = {};
};

void add_routes(web::Routes& routes, ModuleLinks links);

// Parts of add_routes, each in a file of its own.
void add_page_routes(web::Routes& routes, const ModuleLinks& links);
void add_command_routes(web::Routes& routes, const ModuleLinks& links);
void add_sentences(web::Routes& routes);

} // namespace poa::acquis
