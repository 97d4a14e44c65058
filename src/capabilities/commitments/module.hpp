// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of commitments: what it adds to the platform. Only app includes it.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

namespace poa::commitments {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    const members::CurrentRegister& states;
    acquis::CurrentFramework& framework;
};

void add_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::commitments
