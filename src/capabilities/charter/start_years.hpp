// SPDX-License-Identifier: Apache-2.0
#pragma once
// In which year a charter's cycle had best begin: the same charter with its first plenary in each of some
// years, and what its calendar then meets.

#include "capabilities/charter/calendar.hpp"

#include <span>
#include <vector>

namespace poa::charter {

struct StartYear {
    int year = 0;
    std::size_t meetings = 0;
    std::size_t unplaced = 0;            ///< meetings and windows that find no place
    std::size_t clashes = 0;             ///< pairs of its own meetings that share a day
    std::size_t clashes_with_others = 0; ///< meetings that share a day with another process
};

/// The same charter with its first plenary on the same day of that year.
[[nodiscard]] Charter beginning_in(const Charter& charter, int year);

/// For each year the calendar of so many years from it on, with the other processes and holidays of `wish`;
/// its period is not read. Best first: those with the least unplaced, then the least clashes of both kinds,
/// then the earliest. Needs: length of 1 to 60.
[[nodiscard]] std::vector<StartYear> start_years(const Charter& charter, const CalendarWish& wish,
                                                 std::span<const int> years, int length);

} // namespace poa::charter
