// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/module.hpp"

namespace poa::acquis {

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_page_routes(routes, links);
    add_command_routes(routes, links);
}

} // namespace poa::acquis
