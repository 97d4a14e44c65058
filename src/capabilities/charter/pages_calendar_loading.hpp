// SPDX-License-Identifier: Apache-2.0
#pragma once
// From a charter to the page of its calendar, and to a feed for calendar programs.

#include "capabilities/charter/pages_calendar.hpp"
#include "capabilities/charter/pages_running.hpp"

namespace poa::charter {

struct CalendarQuery {
    std::string charter;
    std::int64_t from = 0; ///< 0: this year
    std::int64_t years = 5;
    std::string state; ///< ISO3
};
[[nodiscard]] const Input<CalendarQuery>& input_of(Of<CalendarQuery>);

inline constexpr std::int64_t calendar_years_most = 10;

/// Refuses what find_charter refuses, and the code of no Member State (bad_input): "charter.no_such_state"
/// (state) at the field "state".
[[nodiscard]] Result<CalendarPage> load_calendar(const Running& at, const CalendarQuery& query);
/// The same as iCalendar. Without a year it begins a year ago. Refuses the same.
[[nodiscard]] Result<std::string> load_calendar_ical(const Running& at, const CalendarQuery& query,
                                                     Instant stamp);

} // namespace poa::charter
