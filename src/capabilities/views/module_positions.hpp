// SPDX-License-Identifier: Apache-2.0
#pragma once
// What changing positions adds to the platform: the forms and commands of coders and of States.

#include "capabilities/views/module.hpp"

namespace poa::views {

void add_position_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::views
