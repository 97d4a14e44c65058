// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: the yearly briefing and the reports for an agenda.

#include "capabilities/national_reports/pages_briefing.hpp"
#include "web/routes.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_briefing(const BriefingPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_agenda(const AgendaPage& page, const web::Visit& visit);

} // namespace poa::national_reports
