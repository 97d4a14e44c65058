// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_platform.hpp"
#include "app/simulated_record.hpp"
#include "app/simulated_turnover.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

namespace poa::app {
namespace {

charter::SimulationWish wish(int years, int runs) {
    charter::SimulationWish made;
    made.years = years;
    made.runs = runs;
    made.states = {"EGY", "FRA", "KEN", "JPN", "SLV", "ITA", "CHE", "CAN"};
    made.conduct.in_directory = 1;
    made.conduct.contact_leaves = 0.6;
    return made;
}
charter::SimulationParts turnover_alone() {
    return {charter::replaced(charter::behaviours_by_rules(),
                              {turnover_through_commands(), record_of_commands()}),
            simulated_platform};
}
const charter::Charter& agreed() {
    return charter::Presets::shipped().agreed();
}

TEST(SimulatedTurnover, RunsTheCommandsOfIdentityAndTheLedgerVerifies) {
    const auto made = charter::simulate(agreed(), wish(3, 3), turnover_alone());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->find("ledgers_verified")->least, 1);
    EXPECT_GT(made->find("contacts_left")->mean, 0);
    EXPECT_GT(made->find("contacts_replaced")->mean, 0);
    // The register, the founding, an account of the secretariat, the Chair and eight heads; sixteen posts,
    // and every change.
    const double changes = made->find("contacts_left")->mean + made->find("contacts_replaced")->mean;
    EXPECT_NEAR(made->find("commands_run")->mean, 4 + 8 + 16 + changes, 1e-6);
    EXPECT_GE(made->find("ledger_entries")->least, 4 + 8 + 16);
    const auto turnover = std::ranges::find(made->behaviours, "turnover", &charter::PlayedBehaviour::name);
    ASSERT_NE(turnover, made->behaviours.end());
    EXPECT_TRUE(turnover->through_commands);
    const auto others =
        std::ranges::count(made->behaviours, true, &charter::PlayedBehaviour::through_commands);
    EXPECT_EQ(others, 2) << "the record of it, and nothing else claims to";
}

TEST(SimulatedTurnover, IsTheSameForASeedWhateverTheThreads) {
    charter::SimulationWish asked = wish(2, 4);
    asked.threads = 1;
    const auto one = charter::simulate(agreed(), asked, turnover_alone());
    asked.threads = 2;
    const auto two = charter::simulate(agreed(), asked, turnover_alone());
    ASSERT_TRUE(one && two);
    EXPECT_EQ(one->digest, two->digest);
    EXPECT_EQ(one->whole, two->whole);
}

TEST(SimulatedTurnover, LeavesTheDrawsOfOtherBehavioursAsTheyAre) {
    const auto by_rules = charter::simulate(agreed(), wish(3, 3));
    const auto through = charter::simulate(agreed(), wish(3, 3), turnover_alone());
    ASSERT_TRUE(by_rules && through);
    for (const char* key :
         {"reports_received", "decisions_adopted", "applications_accredited", "seats_taken"})
        EXPECT_EQ(*by_rules->find(key), *through->find(key)) << key;
}

} // namespace
} // namespace poa::app
