// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/module_progress.hpp"

#include "capabilities/national_reports/pages_briefing_drawing.hpp"
#include "capabilities/national_reports/pages_briefing_loading.hpp"
#include "capabilities/national_reports/pages_items.hpp"
#include "capabilities/national_reports/pages_priorities_drawing.hpp"
#include "capabilities/national_reports/pages_priorities_loading.hpp"
#include "capabilities/national_reports/pages_progress_drawing.hpp"

namespace poa::national_reports {
namespace {

using web::Visit;

/// What a page says without a year depends on the day, so no answer is kept.
template <class Page, class Query, class Load, class Draw>
void add_read(web::Routes& routes, const ProgressLinks& links, std::string pattern, std::string name,
              std::string_view summary, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary, false}, input_of(Of<Query>{}),
        [links, load](const Visit& visit, const Query& query) {
            return links.database.read([&](storage::Session& session) {
                const auto states = links.states.now();
                return load(AddingUp{session, links.charter, *states, Day::of(links.clock.now()), visit},
                            query);
            });
        },
        draw);
}

} // namespace

void add_progress_routes(web::Routes& routes, const ProgressLinks& links) {
    routes.sentence("national_reports.no_such_indicator", N_("There is no indicator “{indicator}”."));
    add_read<ProgressPage, ProgressQuery>(routes, links, "/reports/progress", "national_reports.progress",
                                          N_("What national reports add up to in a year"), load_progress,
                                          draw_progress);
    add_read<IndicatorPage, IndicatorQuery>(
        routes, links, "/reports/progress/{indicator}", "national_reports.indicator",
        N_("One indicator over the years, by level and regional group"), load_indicator, draw_indicator);
    add_read<BriefingPage, BriefingQuery>(
        routes, links, "/reports/briefing", "national_reports.briefing",
        N_("The year's national reports in sentences, each with its number"), load_briefing, draw_briefing);
    add_read<PrioritiesPage, PrioritiesQuery>(routes, links, "/priorities", "national_reports.priorities",
                                              N_("What States ask support for and want to strengthen first"),
                                              load_priorities, draw_priorities);
    add_read<AgendaPage, AgendaQuery>(routes, links, "/reports/agenda", "national_reports.agenda",
                                      N_("Reports received and expected, for the agenda of a meeting"),
                                      load_agenda, draw_agenda);
    routes.sentence("national_reports.no_such_page", N_("The last page is {pages}."));
    add_read<ItemReportsPage, ItemReportsQuery>(
        routes, links, "/reports/items/{item}", "national_reports.on_item",
        N_("What States report on an item of the framework, in their own words"),
        [&framework = links.framework](const AddingUp& at, const ItemReportsQuery& query) {
            return load_item_reports(at, *framework.of(at.session), query);
        },
        draw_item_reports);
}

} // namespace poa::national_reports
