// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/module.hpp"

namespace poa::national_reports {

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_survey_sentences(routes);
    add_survey_routes(routes, links);
}

} // namespace poa::national_reports
