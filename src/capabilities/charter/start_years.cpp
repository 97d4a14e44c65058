// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/start_years.hpp"

#include <algorithm>
#include <tuple>

namespace poa::charter {
namespace {

Day day_of(int year, int month, int day) {
    const auto made = Day::of(year, month, day);
    return made ? *made : Day::of(year, month, day - 1).value(); // 29 February
}

} // namespace

Charter beginning_in(const Charter& charter, int year) {
    const Day first = charter[clause::founding::first_plenary];
    return charter.with(clause::founding::first_plenary.index, day_of(year, first.month(), first.day()),
                        charter.id());
}

std::vector<StartYear> start_years(const Charter& charter, const CalendarWish& wish,
                                   std::span<const int> years, int length) {
    require(length >= 1 && length <= 60, "a calendar has 1 to 60 years");
    std::vector<StartYear> made;
    for (const int year : years) {
        CalendarWish asked = wish;
        asked.from = day_of(year, 1, 1);
        asked.to = day_of(year + length - 1, 12, 31);
        const Calendar calendar = calendar_of(beginning_in(charter, year), asked);
        const auto meetings = std::ranges::count_if(
            calendar.events, [](const CalendarEvent& one) { return is_meeting(one.kind); });
        made.push_back({year, static_cast<std::size_t>(meetings), calendar.unplaced.size(),
                        clashes_in(calendar.events).size(),
                        clashes_with(calendar.events, wish.others).size()});
    }
    std::ranges::stable_sort(made, {}, [](const StartYear& one) {
        return std::tuple(one.unplaced, one.clashes + one.clashes_with_others, one.year);
    });
    return made;
}

} // namespace poa::charter
