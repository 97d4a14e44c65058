// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/cycle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace poa::national_reports {
namespace {

namespace clause = charter::clause;

template <class Type>
charter::Charter with(const charter::Charter& charter, charter::Clause<Type> name,
                      typename Type::Value value) {
    return charter.with(name.index, charter::ClauseValue(std::move(value)), "test");
}
const charter::Charter& shipped(std::string_view id) {
    const charter::Charter* found = charter::Presets::shipped().find(id);
    require(found != nullptr, "a charter that is shipped");
    return *found;
}

/// "S00", "S01" ...
std::vector<std::string> some_states(std::size_t count) {
    std::vector<std::string> states;
    for (std::size_t i = 0; i < count; ++i)
        states.push_back(std::string("S") + static_cast<char>('A' + i / 10) +
                         static_cast<char>('A' + i % 10));
    return states;
}

/// Years in which each State's turn comes.
std::map<std::string, std::vector<std::int64_t>> turns(const charter::Charter& charter,
                                                       const std::vector<std::string>& states,
                                                       std::int64_t first, std::int64_t last) {
    std::map<std::string, std::vector<std::int64_t>> years;
    for (std::int64_t year = first; year <= last; ++year)
        for (const StateTurn& turn : reporting_year(charter, year, states, {}).states)
            if (turn.due) years[turn.state].push_back(year);
    return years;
}

// REP_08: reports each year on what was done nationally.
TEST(ReportingCycle, AReportAYearIsDueFromEveryStateEachYear) {
    const auto charter = with(shipped("agreed-2025"), clause::reporting::every_years, {1, 1});
    const auto states = some_states(12);
    for (const auto& [state, years] : turns(charter, states, 2028, 2031))
        EXPECT_EQ(years.size(), 4U) << state;
}

// REP_09: every three years, or in line with the review conferences.
TEST(ReportingCycle, EveryThreeYearsIsDueFromAllInTheSameYears) {
    const auto states = some_states(12);
    const auto years = turns(shipped("australia"), states, 2027, 2036);
    ASSERT_EQ(years.size(), 12U);
    for (const auto& [state, due] : years) {
        EXPECT_EQ(due, years.begin()->second);
        ASSERT_GE(due.size(), 3U);
        EXPECT_EQ(due.at(1) - due.at(0), 3);
    }
}

// REP_10: "every two years on a rotating basis", at least one report in three cycles, six years.
TEST(ReportingCycle, InTurnsEveryStateComesOnceInSixYearsAndTheLoadIsEven) {
    const auto states = some_states(20);
    const charter::Charter& egypt = shipped("egypt");
    const auto years = turns(egypt, states, 2027, 2044);
    ASSERT_EQ(years.size(), 20U) << "nobody is left out";
    for (const auto& [state, due] : years) {
        ASSERT_GE(due.size(), 2U) << state;
        for (std::size_t i = 1; i < due.size(); ++i) EXPECT_EQ(due[i] - due[i - 1], 6) << state;
    }
    for (std::int64_t year = 2030; year < 2042; ++year) {
        const std::int64_t due = reporting_year(egypt, year, states, {}).due();
        EXPECT_TRUE(due == 0 || due == 6 || due == 7) << year << ": " << due;
    }
}

TEST(ReportingCycle, AWindowOfSixYearsIsLookedBackUpon) {
    const auto states = some_states(3);
    const std::vector<ReceivedReport> reports{{"SAA", 2029, {}}, {"SAA", 2034, {}}, {"SAB", 2028, {}}};
    const ReportingYear year = reporting_year(shipped("egypt"), 2034, states, reports);
    EXPECT_EQ(year.window_first, 2029);
    EXPECT_EQ(year.states.at(0).received_in_window, 2);
    EXPECT_EQ(year.states.at(0).last, 2034);
    EXPECT_TRUE(year.states.at(0).received);
    EXPECT_EQ(year.states.at(1).received_in_window, 0);
    EXPECT_EQ(year.states.at(1).last, 2028);
    EXPECT_EQ(year.states.at(2).last, std::nullopt) << "no report, and nothing more is said";
    EXPECT_EQ(year.reported_in_window(), 1);
}

TEST(ReportingCycle, AReminderGoesToWhoseTurnItIsAndWhoSentNothing) {
    const auto charter = with(shipped("agreed-2025"), clause::reporting::every_years, {1, 1});
    const auto states = some_states(3);
    const std::vector<ReceivedReport> reports{{"SAB", 2030, {}}, {"SAC", 2029, {}}, {"SAA", 2031, {}}};
    const ReportingYear year = reporting_year(charter, 2030, states, reports);
    EXPECT_EQ(to_remind(year), (std::vector<std::string>{"SAA", "SAC"}));
    EXPECT_EQ(year.due(), 3);
    EXPECT_EQ(year.due_and_received(), 1);
}

} // namespace
} // namespace poa::national_reports
