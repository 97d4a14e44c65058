// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/module.hpp"

#include "capabilities/national_reports/module_asked.hpp"
#include "capabilities/national_reports/module_outside.hpp"
#include "capabilities/national_reports/module_progress.hpp"

namespace poa::national_reports {

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_survey_sentences(routes);
    add_survey_routes(routes, links);
    add_progress_routes(routes, {links.database, links.clock, links.states, links.in_force, links.framework});
    add_report_sentences(routes);
    add_report_pages(routes, links);
    add_report_commands(routes, links);
    add_evidence_routes(routes, links);
    add_import_route(routes, links);
    add_form_routes(routes, links);
    add_source_routes(routes, links);
    add_outside_routes(routes, links);
    add_export_routes(routes, links);
    add_asked_routes(routes, links);
    add_need_routes(routes, links);
}

} // namespace poa::national_reports
