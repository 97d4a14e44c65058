// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was done in a year, as the record has it: what the Chair reports to the plenary after it (A/78/76,
// Italy: "a report of the Chair on activities carried out the previous year"). Made from the record, so
// nobody writes it; open to everyone.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::decisions {

/// Who was Chair in the year.
struct ActivityChair {
    std::string person, state, state_name;
    Day first;
    std::optional<Day> last;
};
BOOST_DESCRIBE_STRUCT(ActivityChair, (), (person, state, state_name, first, last))

/// How often something of a kind was done.
struct ActivityCount {
    std::string kind, title;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityCount, (), (kind, title, number))

struct ActivityRow {
    Day day;
    std::optional<Day> last;      ///< of a meeting
    std::string kind, kind_title; ///< meeting, tabled, adopted, not_adopted, taken_back, charter
    std::string title, language;  ///< the language is empty where it is the reader's
    std::string symbol, address;
};
BOOST_DESCRIBE_STRUCT(ActivityRow, (), (day, last, kind, kind_title, title, language, symbol, address))

/// /activity
struct ActivityPage {
    std::int64_t year = 0;
    bool is_over = false;            ///< false: the year lasts, and this is what was done so far
    bool is_asked_for = false;       ///< the charter in force asks the Chair for it
    std::string clause;              ///< number of that clause: "9.6"
    std::optional<Day> presented_at; ///< first day of the plenary after the year, where one is planned
    std::vector<ActivityChair> chairs;
    std::vector<ActivityCount> counts;
    std::vector<ActivityRow> rows; ///< by the day
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (),
                      (year, is_over, is_asked_for, clause, presented_at, chairs, counts, rows))

} // namespace poa::decisions
