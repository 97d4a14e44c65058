// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module.hpp"

#include "capabilities/views/module_calls.hpp"
#include "capabilities/views/module_export.hpp"
#include "capabilities/views/module_matrix.hpp"
#include "capabilities/views/module_positions.hpp"
#include "capabilities/views/pages_drawing.hpp"
#include "capabilities/views/pages_loading.hpp"

namespace poa::views {
namespace {

using web::Visit;

/// A page that is one read of the database, on what stands now.
template <class Page, class Query, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary}, input_of(Of<Query>{}),
        [links, load](const Visit& visit, const Query& query) {
            return links.database.read([&](storage::Session& session) {
                auto standing = links.standing.of(session);
                auto states = links.states.now();
                return load(Loading{session, *standing, *states, visit}, query);
            });
        },
        draw);
}
/// The same without a query.
template <class Page, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary},
        [links, load](const Visit& visit) {
            return links.database.read([&](storage::Session& session) {
                auto standing = links.standing.of(session);
                auto states = links.states.now();
                return load(Loading{session, *standing, *states, visit});
            });
        },
        draw);
}

} // namespace

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_read<ViewsPage>(routes, links, "/views", "views.overview", N_("Views of States"), load_views,
                        draw_views);
    add_read<SummaryPage>(routes, links, "/views/summary", "views.summary",
                          N_("The consolidated summary, with its counts"), load_summary, draw_summary);
    add_read<ClaimPage, ClaimQuery>(routes, links, "/views/summary/{claim}", "views.claim",
                                    N_("One statement of the summary, with the States behind it"), load_claim,
                                    draw_claim);
    add_read<PublishedPage>(routes, links, "/views/published", "views.published",
                            N_("The summary held against the published text"), load_published,
                            draw_published);
    add_read<PositionPage, PositionQuery>(routes, links, "/views/positions/{actor}/{question}",
                                          "views.position", N_("One position, with the passage it rests on"),
                                          load_position, draw_position);
    add_position_routes(routes, links);
    add_matrix_routes(routes, links);
    add_call_routes(routes, links);
    add_export_routes(routes, links);
}

} // namespace poa::views
