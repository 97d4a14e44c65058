// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_priorities.hpp"
#include "web/routes.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_priorities(const PrioritiesPage& page, const web::Visit& visit);

} // namespace poa::national_reports
