// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/module.hpp"

namespace poa::national_reports {

void add_outside_routes(web::Routes& routes, const ModuleLinks& links);

} // namespace poa::national_reports
