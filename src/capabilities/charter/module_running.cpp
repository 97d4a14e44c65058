// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_burden_drawing.hpp"
#include "capabilities/charter/pages_burden_loading.hpp"
#include "capabilities/charter/pages_calendar_drawing.hpp"
#include "capabilities/charter/pages_calendar_loading.hpp"
#include "capabilities/charter/pages_simulation_drawing.hpp"
#include "capabilities/charter/pages_simulation_loading.hpp"
#include "capabilities/charter/pages_trying_drawing.hpp"
#include "capabilities/charter/pages_trying_loading.hpp"

namespace poa::charter {
namespace {

using web::Visit;

/// `load(Running, query)` on what stands now.
template <class Answer, class Load>
Result<Answer> run(const ModuleLinks& links, const Visit& visit, Load load) {
    return links.database.read([&](storage::Session& session) -> Result<Answer> {
        auto states = links.states.now();
        return load(
            Running{session, links.in_force, *states, Day::of(links.clock.now()), visit, links.by_commands});
    });
}

template <class Page, class Query, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, web::About about,
              const Input<Query>& input, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), std::move(about), input,
        [links, load](const Visit& visit, const Query& query) {
            return run<Page>(links, visit, [&](const Running& at) { return load(at, query); });
        },
        draw);
}

http::Answer calendar_feed(const ModuleLinks& links, const Visit& visit, const web::Drawing& drawing) {
    auto query = input_of(Of<CalendarQuery>{}).parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    auto text = run<std::string>(
        links, visit, [&](const Running& at) { return load_calendar_ical(at, *query, links.clock.now()); });
    if (!text) return drawing.refusal(visit, text.error());
    return http::Answer::text(200, "text/calendar; charset=utf-8", std::move(*text));
}

void add_calendar(web::Routes& routes, const ModuleLinks& links) {
    routes.sentence("charter.no_such_state", N_("No Member State has the code “{state}”."));
    // Without a year it begins with this one, so the answer does not stay the same while the journal stands.
    add_read<CalendarPage>(
        routes, links, "/charters/{charter}/calendar",
        {"charter.calendar", N_("The meetings, deadlines and reports that follow from a charter"), false},
        input_of(Of<CalendarQuery>{}), load_calendar, draw_calendar);
    routes.raw("/charters/{charter}/calendar.ics",
               {"charter.calendar_feed", N_("A charter's calendar for calendar programs (iCalendar)"), false},
               "text/calendar", [links](const Visit& visit, const web::Drawing& drawing) {
                   return calendar_feed(links, visit, drawing);
               });
}

void add_burden(web::Routes& routes, const ModuleLinks& links) {
    routes.sentence("charter.figure", N_("A number from {least} to {most} is needed."));
    add_read<BurdenPage>(routes, links, "/charters/burden",
                         {"charter.burden", N_("What every charter asks of a delegation, and costs")},
                         input_of(Of<BurdenQuery>{}), load_burden, draw_burden);
}

void add_trying(web::Routes& routes, const ModuleLinks& links) {
    routes.sentence("charter.clause_unknown", N_("There is no clause “{clause}”."));
    routes.sentence("charter.too_many_changes", N_("At most {most} clauses can be changed at once."));
    add_read<TryingPage>(
        routes, links, "/charters/{charter}/try",
        {"charter.try", N_("What changed clauses do to calendar, burden and contradictions")},
        input_of(Of<TryingQuery>{}), load_trying, draw_trying);
}

void add_simulation(web::Routes& routes, const ModuleLinks& links) {
    routes.sentence("charter.no_states", N_("No Member States are on the record yet."));
    routes.sentence("charter.simulation_too_large",
                    N_("A page plays at most {most} years in all, runs times years. On the command line it "
                       "goes: {command}"));
    add_read<SimulationPage>(routes, links, "/charters/{charter}/simulation",
                             {"charter.simulation", N_("Years of a charter, played many times")},
                             input_of(Of<SimulationQuery>{}), load_simulation, draw_simulation);
}

} // namespace

void add_running_routes(web::Routes& routes, const ModuleLinks& links) {
    add_calendar(routes, links);
    add_burden(routes, links);
    add_trying(routes, links);
    add_simulation(routes, links);
}

} // namespace poa::charter
