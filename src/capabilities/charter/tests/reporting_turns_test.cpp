// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/reporting_turns.hpp"
#include "capabilities/charter/tests/calendar_drafts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace poa::charter {
namespace {

using namespace drafts;

std::vector<std::string> states(int count) {
    std::vector<std::string> made;
    for (int number = 0; number < count; ++number)
        made.push_back({static_cast<char>('A' + number / 26), static_cast<char>('A' + number % 26), 'X'});
    return made;
}

/// Year -> number of reports due; State -> its years.
struct Due {
    std::map<int, int> load;
    std::map<std::string, std::vector<int>> years;
};
Due due(const Draft& draft, int from, int to, int count) {
    CalendarWish wish;
    wish.states = states(count);
    Due made;
    for (const CalendarEvent& event : of_kind(draft.from_to(from, to, wish), EventKind::report_due)) {
        ++made.load[event.first.year()];
        made.years[event.of].push_back(event.first.year());
    }
    return made;
}

TEST(ReportingTurns, WhatTheClausesMakeOfYears) {
    struct Row {
        bool rotates;
        Span every;
        std::int64_t within; ///< 0: no limit
        std::int64_t step, turns;
    };
    const Row rows[] = {
        {false, {2, 2}, 0, 2, 1}, {false, {3, 3}, 2, 2, 1}, {true, {2, 2}, 6, 2, 3}, {true, {2, 2}, 0, 1, 2},
        {true, {1, 1}, 4, 1, 4},  {true, {6, 6}, 6, 1, 6},  {true, {8, 8}, 6, 1, 6}, {true, {2, 3}, 7, 2, 3},
    };
    for (const Row& row : rows) {
        Draft draft;
        draft.with(clause::reporting::rotates, row.rotates).with(clause::reporting::every_years, row.every);
        if (row.within > 0) draft.with(clause::reporting::once_in_years_max, row.within);
        const ReportingTurns turns = reporting_turns(draft.charter());
        EXPECT_EQ(turns.step, row.step) << text_of(row.every) << " within " << row.within;
        EXPECT_EQ(turns.turns, row.turns) << text_of(row.every) << " within " << row.within;
    }
}

TEST(ReportingTurns, EverybodyInTheSameYearWithoutRotation) {
    const Due reports = due(Draft().with(clause::reporting::every_years, {2, 2}), 2026, 2033, 193);
    EXPECT_EQ(reports.load, (std::map<int, int>{{2028, 193}, {2030, 193}, {2032, 193}}));
}

TEST(ReportingTurns, EveryTwoYearsInTurnsAndOnceInSix) {
    const Draft draft = Draft()
                            .with(clause::plenary::every_months, 24)
                            .with(clause::reporting::every_years, {2, 2})
                            .with(clause::reporting::rotates, true)
                            .with(clause::reporting::once_in_years_max, 6);
    const Due reports = due(draft, 2026, 2038, 193);
    EXPECT_EQ(reports.load,
              (std::map<int, int>{{2028, 65}, {2030, 64}, {2032, 64}, {2034, 65}, {2036, 64}, {2038, 64}}));
    EXPECT_EQ(reports.years.size(), 193U);
    for (const auto& [state, years] : reports.years) EXPECT_EQ(years.size(), 2U) << state;
}

TEST(ReportingTurns, ReportsAreDueWithTheDocumentsOfTheYearsSession) {
    CalendarWish wish;
    wish.states = {"EGY"};
    const Calendar calendar = Draft().from_to(2028, 2028, wish);
    EXPECT_EQ(find(calendar, "report-EGY-2028")->first, find(calendar, "documents-plenary-2028-1")->first);
    EXPECT_TRUE(of_kind(Draft().with(clause::reporting::instruments, {}).from_to(2026, 2040, wish),
                        EventKind::report_due)
                    .empty());
}

/// However the clauses stand: everybody at least once within the years that the charter gives, and even
/// turns.
TEST(ReportingTurns, EveryStateHasItsTurnAndTurnsAreEven) {
    const auto holds = rc::check([] {
        const std::int64_t every = *rc::gen::inRange<std::int64_t>(1, 13);
        const std::int64_t within = *rc::gen::inRange<std::int64_t>(1, 25);
        const int count = *rc::gen::inRange(1, 194);
        Draft draft;
        draft.with(clause::reporting::every_years, {every, every}).with(clause::reporting::rotates, true);
        draft.with(clause::reporting::once_in_years_max, within);
        const Due reports = due(draft, 2026, 2026 + static_cast<int>(within) * 2, count);
        RC_ASSERT(reports.years.size() == static_cast<std::size_t>(count));
        for (const auto& [state, years] : reports.years) {
            int before = 2026;
            for (const int year : years) {
                RC_ASSERT(year - before <= within);
                before = year;
            }
            RC_ASSERT(2026 + 2 * within - before < within);
        }
        const ReportingTurns turns = reporting_turns(draft.charter());
        int least = count, most = 0;
        for (int turn = 1; turn <= turns.turns; ++turn) {
            const auto at = reports.load.find(2026 + turn * static_cast<int>(turns.step));
            const int load = at == reports.load.end() ? 0 : at->second;
            least = std::min(least, load);
            most = std::max(most, load);
        }
        RC_ASSERT(most - least <= 1);
    });
    EXPECT_TRUE(holds);
}

} // namespace
} // namespace poa::charter
