// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_charters_loading.hpp"
#include "capabilities/charter/pages_comparing_drawing.hpp"
#include "capabilities/charter/pages_comparing_loading.hpp"
#include "capabilities/charter/pages_reading.hpp"

namespace poa::charter {
namespace {

using web::Visit;

http::Answer charter_text(const ModuleLinks& links, const Visit& visit, const web::Drawing& drawing) {
    const std::string& id = visit.path.get("charter");
    auto text = load_charter_text(links, id);
    if (!text) return drawing.refusal(visit, text.error());
    http::Answer answer = http::Answer::text(200, "text/yaml; charset=utf-8", std::move(*text));
    answer.headers.add("content-disposition", "attachment; filename=\"" + id + ".yaml\"");
    return answer;
}

void add_shown(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ChartersPage>(
        "/charters", {"charter.charters", N_("The charter in force, and those that can be compared and run")},
        [links](const Visit& visit) { return load_charters(links, visit); }, draw_charters);
    routes.page<CharterPage>(
        "/charters/{charter}", {"charter.charter", N_("One charter, clause by clause, with its sources")},
        input_of(Of<CharterQuery>{}),
        [links](const Visit& visit, const CharterQuery& query) { return load_charter(links, visit, query); },
        draw_charter);
    routes.raw("/charters/{charter}/text", {"charter.text", N_("A charter as a file (YAML)")}, "text/yaml",
               [links](const Visit& visit, const web::Drawing& drawing) {
                   return charter_text(links, visit, drawing);
               });
}

void add_comparison(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ComparisonPage>(
        "/charters/compare",
        {"charter.compare", N_("Charters side by side: who asks for what, and what is common ground")},
        input_of(Of<ComparisonQuery>{}),
        [links](const Visit& visit, const ComparisonQuery& query) {
            return load_comparison(links, visit, query);
        },
        draw_comparison);
}

/// It changes nothing, and a text of a few pages is all it takes, so a file may come from everybody: a
/// command because a charter is too long for an address.
void add_reading(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ReadingPage>(
        "/charters/read", {"charter.read_form", N_("A form for reading a charter of one's own")},
        [](const Visit&) -> Result<ReadingPage> { return load_reading(); }, draw_reading);
    routes.command<CharterReading, ReadingOutcome>(
        "/charters/read",
        {.name = "charter.read",
         .summary = N_("Read, check and compare a charter of one's own; nothing is kept"),
         .files_from_all = true},
        input_of(Of<CharterReading>{}),
        [links](const Visit& visit, const CharterReading& reading) -> Result<web::Done<ReadingOutcome>> {
            auto outcome = read_own_charter(links, visit, reading);
            if (!outcome) return refuse(outcome.error());
            web::Done<ReadingOutcome> done{std::move(*outcome), web::Url("/charters/read")};
            if (visit.face == web::Face::html)
                done.shown = draw_read_charter(done.outcome, reading.given(), visit);
            return done;
        },
        draw_reading_problems);
}

} // namespace

void add_charter_routes(web::Routes& routes, const ModuleLinks& links) {
    add_shown(routes, links);
    add_comparison(routes, links);
    add_reading(routes, links);
}

} // namespace poa::charter
