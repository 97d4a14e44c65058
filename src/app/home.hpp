// SPDX-License-Identifier: Apache-2.0
#pragma once
// The first page and "about".

#include "base/time.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

#include <string>

namespace poa::app {

struct HomeLinks {
    storage::Database& database;
    const members::CurrentRegister& states;
    const Clock& clock;
    charter::CurrentCharter& charter;
    std::string platform_name;
};

void add_home(web::Routes& routes, HomeLinks links);

} // namespace poa::app
