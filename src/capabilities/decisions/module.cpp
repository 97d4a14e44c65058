// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module.hpp"

#include "capabilities/decisions/module_sentences_effects.hpp"
#include "capabilities/decisions/module_sentences_text.hpp"

namespace poa::decisions {

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_effects_sentences(routes);
    add_text_sentences(routes);
    add_page_routes(routes, links);
    add_command_routes(routes, links);
    add_text_routes(routes, links);
    add_agreed_routes(routes, links);
}

} // namespace poa::decisions
