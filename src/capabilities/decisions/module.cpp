// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module.hpp"

#include "capabilities/decisions/module_sentences_effects.hpp"
#include "capabilities/decisions/module_sentences_text.hpp"
#include "capabilities/decisions/module_turns.hpp"

namespace poa::decisions {

Id<Proposal> proposal_in(const web::Visit& visit) {
    struct Named {
        Id<Proposal> proposal;
    };
    static const auto input = Input<Named>("decisions.named").id("proposal", &Named::proposal);
    InputValues values;
    web::add_path(visit, values);
    auto named = input.parse(values);
    return named ? named->proposal : Id<Proposal>{};
}

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
