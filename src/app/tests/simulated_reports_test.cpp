// SPDX-License-Identifier: Apache-2.0
// Years of reports through the platform's own commands: the same States send the same reports as where rules
// alone are applied, and each of them is a release on the record.
#include "app/simulated_platform.hpp"
#include "app/simulated_reports.hpp"
#include "app/tests/simulated_years.hpp"
#include "capabilities/national_reports/national_reports.hpp"

#include <gtest/gtest.h>

namespace poa::app {
namespace {

using charter::Simulation;
using charter::SimulationWish;
using test::agreed;
using test::mean;
using test::played;
using test::wish;
using test::with;

/// Reports, and nothing else that takes long.
SimulationWish reporting(int years, int runs) {
    SimulationWish asked = wish(years, runs);
    asked.conduct.applications_per_year = 0;
    asked.conduct.proposals_per_year = 0;
    asked.conduct.procedural_per_session = 0;
    return asked;
}

TEST(SimulatedReports, AreThoseOfTheRulesRunByRun) {
    const SimulationWish asked = reporting(5, 3);
    const Simulation through = played(agreed(), asked);
    const auto by_rules = charter::simulate(agreed(), asked);
    ASSERT_GT(mean(through, "reports_received"), 0);
    ASSERT_GT(mean(through, "reports_late"), 0);
    for (const char* figure : {"reports_due", "reports_received", "reports_late", "states_reported"})
        EXPECT_EQ(*through.find(figure), *by_rules->find(figure)) << figure;
    EXPECT_EQ(mean(through, "reports_without_survey"), 0);
}

TEST(SimulatedReports, EachIsFourCommandsOnTheRecord) {
    SimulationWish asked = reporting(4, 2);
    const Simulation some = played(agreed(), asked);
    asked.conduct.report_on_time = asked.conduct.report_late = 0;
    const Simulation none = played(agreed(), asked);
    ASSERT_GT(mean(some, "reports_received"), 0);
    EXPECT_EQ(mean(none, "reports_received"), 0);
    EXPECT_EQ(mean(some, "commands_run") - mean(none, "commands_run"), 4 * mean(some, "reports_received"));
    EXPECT_EQ(mean(some, "ledgers_verified"), 1);
}

// A/78/76 has charters whose States report in no form that a survey is: nothing can be adopted there.
TEST(SimulatedReports, NothingCanBeSentWhereTheCharterHasNoForm) {
    const SimulationWish asked = reporting(4, 1);
    const Simulation made = played(with("reporting: {instruments: [existing_reports]}\n"), asked);
    EXPECT_EQ(mean(made, "reports_received"), 0);
    EXPECT_GT(mean(made, "reports_without_survey"), 0);
}

} // namespace
} // namespace poa::app
