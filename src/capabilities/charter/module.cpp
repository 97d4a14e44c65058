// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/module.hpp"

namespace poa::charter {

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_charter_routes(routes, links);
    add_running_routes(routes, links);
    add_command_routes(routes, links);
}

} // namespace poa::charter
