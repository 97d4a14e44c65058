// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: a charter's calendar, year by year, each year drawn with its table beside it.

#include "capabilities/charter/pages_calendar.hpp"
#include "web/visit.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_calendar(const CalendarPage& page, const web::Visit& visit);

} // namespace poa::charter
