// SPDX-License-Identifier: Apache-2.0
// Years of accreditation through the platform's own commands, beside what the engine of the charter's rules
// makes of the same applications.
#include "app/tests/simulated_years.hpp"

#include <gtest/gtest.h>

namespace poa::app {
namespace {

using charter::Charter;
using charter::Simulation;
using charter::SimulationWish;
using test::agreed;
using test::mean;
using test::played;
using test::wish;
using test::with;

SimulationWish applying(int years, int runs) {
    SimulationWish asked = wish(years, runs);
    asked.conduct.applications_per_year = 25;
    asked.conduct.proposals_per_year = 0;
    asked.conduct.procedural_per_session = 0;
    asked.conduct.report_on_time = asked.conduct.report_late = 0;
    return asked;
}

/// Both hear the same voices, so what is decided is the same; the day may be another by one, as a question
/// closes at its hour and the engine's window at the end of its day.
void expect_the_same(const Charter& charter, const SimulationWish& asked) {
    const Simulation through = played(charter, asked);
    const auto by_rules = charter::simulate(charter, asked);
    ASSERT_GT(mean(through, "applications_accredited"), 0) << charter.id();
    for (const char* figure :
         {"applications", "applications_exempt", "applications_contested", "applications_accredited",
          "applications_rejected", "applications_put_to_body", "applications_decided"})
        EXPECT_EQ(*through.find(figure), *by_rules->find(figure)) << charter.id() << ", " << figure;
    EXPECT_EQ(mean(through, "applications_kept_out"), 0) << charter.id();
    EXPECT_NEAR(mean(through, "days_to_accreditation"), mean(*by_rules, "days_to_accreditation"), 1.5)
        << charter.id();
    EXPECT_EQ(mean(through, "ledgers_verified"), 1);
}

TEST(SimulatedAccreditation, OneObjectionExcludesAsTheEngineHasIt) {
    expect_the_same(agreed(), applying(3, 3));
    expect_the_same(*charter::Presets::shipped().find("egypt"), applying(3, 2));
}

TEST(SimulatedAccreditation, TheContestedAreDecidedByTheBodysVote) {
    SimulationWish asked = applying(2, 2);
    asked.conduct.applications_per_year = 12;
    const Charter voting = with("accreditation:\n  model: objection_then_vote\n  consultation: false\n"
                                "  contested: {by: vote, majority: simple, of: present_and_voting}\n");
    expect_the_same(voting, asked);
    EXPECT_GT(mean(played(voting, asked), "applications_put_to_body"), 0);
}

TEST(SimulatedAccreditation, WithdrawnObjectionsAccredit) {
    SimulationWish asked = applying(1, 2);
    asked.conduct.objects_to_application = 0.02;
    asked.conduct.withdraws_after_consultation = 1;
    const Simulation all = played(agreed(), asked);
    ASSERT_GT(mean(all, "applications_contested"), 0);
    EXPECT_EQ(mean(all, "applications_rejected"), 0);
    asked.conduct.withdraws_after_consultation = 0;
    EXPECT_EQ(mean(played(agreed(), asked), "applications_rejected"), mean(all, "applications_contested"));
}

TEST(SimulatedAccreditation, TakesTheCommandsOfADecision) {
    SimulationWish asked = applying(1, 1);
    asked.conduct.objects_to_application = 0;
    const Simulation some = played(agreed(), asked);
    asked.conduct.applications_per_year = 0;
    const Simulation none = played(agreed(), asked);
    const double decided = mean(some, "applications_decided");
    ASSERT_GT(decided, 0);
    // Draft, table, take up and put; the platform closes all that are due at once.
    EXPECT_EQ(mean(some, "commands_run") - mean(none, "commands_run"), 4 * decided + 1);
    EXPECT_EQ(mean(some, "ledger_entries") - mean(none, "ledger_entries"), 5 * decided);
}

} // namespace
} // namespace poa::app
