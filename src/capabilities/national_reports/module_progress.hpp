// SPDX-License-Identifier: Apache-2.0
#pragma once
// Routes of what reports add up to.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/members/members.hpp"
#include "web/routes.hpp"

namespace poa::national_reports {

struct ProgressLinks {
    storage::Database& database;
    const Clock& clock;
    const members::CurrentRegister& states;
    charter::CurrentCharter& charter;
    acquis::CurrentFramework& framework;
};

void add_progress_routes(web::Routes& routes, const ProgressLinks& links);

} // namespace poa::national_reports
