// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_charters_loading.hpp"

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

} // namespace

void add_charter_routes(web::Routes& routes, const ModuleLinks& links) {
    add_shown(routes, links);
}

} // namespace poa::charter
