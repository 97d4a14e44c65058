// SPDX-License-Identifier: Apache-2.0
#pragma once
// `poa charter calendar CHARTER --from 2026 --to 2035`: what a charter makes of a period.

#include <filesystem>
#include <string>
#include <vector>

namespace poa::app {

struct CharterCalendarWish {
    std::string charter;                    ///< id or file
    std::string from, to;                   ///< years ("2026") or days ("2026-07-01"), both included
    std::filesystem::path others, holidays; ///< iCalendar files; empty: none
    std::string state;                      ///< ISO3: only what concerns its delegation; empty: everything
    std::string first_chair_group;          ///< key of a regional group; empty: Chairs have no group
    std::string format = "text"; ///< text; json as capabilities/charter/calendar_json.hpp says; ics
};
/// What is wrong with a period as it was typed, a sentence each; none: it can be made. Each end is a year or
/// a day from 1900 to 2300; the last is not before the first, and at most 60 years after it.
[[nodiscard]] std::vector<std::string> problems_of_period(const std::string& from, const std::string& to);
/// 0 where every meeting has its place, 1 where one has none (the calendar is printed all the same), 2 where
/// the wish or a file is not right.
int print_charter_calendar(const CharterCalendarWish& wish);

} // namespace poa::app
