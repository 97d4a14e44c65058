// SPDX-License-Identifier: Apache-2.0
// Years of decisions through the platform's own commands: what comes out is what the charter's rules make of
// what States say, and nothing else.
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

/// Consensus on everything, but for what is given: "substantive: {...}".
Charter by_consensus(const std::string& but = {}) {
    std::string rules;
    for (const std::string name :
         {"substantive", "procedural", "creation_of_groups", "framework", "charter", "elections"})
        if (!but.starts_with(name)) rules += "  " + name + ": {by: consensus}\n";
    return with("decisions:\n" + rules + (but.empty() ? "" : "  " + but + "\n"));
}

TEST(SimulatedDecisions, RunTheCommandsAndSayWhichBehavioursDo) {
    const Simulation made = played(agreed(), wish(1, 1));
    for (const charter::PlayedBehaviour& one : made.behaviours)
        EXPECT_EQ(one.through_commands, one.name != "checks" && one.name != "attendance") << one.name;
    EXPECT_EQ(mean(made, "ledgers_verified"), 1);
    EXPECT_GT(mean(made, "decisions_put"), 0);
    // Each question took five commands at least: draft, table, take up, put, close.
    EXPECT_GE(mean(made, "commands_run"), 5 * mean(made, "decisions_put"));
}

TEST(SimulatedDecisions, AreAdoptedWhereNobodyObjectsAndBlockedWhereOneDoes) {
    SimulationWish asked = wish(2, 2);
    asked.conduct.objects = 0;
    const Simulation agreeing = played(agreed(), asked);
    EXPECT_EQ(mean(agreeing, "decisions_blocked"), 0);
    EXPECT_EQ(mean(agreeing, "decisions_adopted"), mean(agreeing, "decisions_put"));
    asked.conduct.objects = 1;
    asked.conduct.times_put = 1;
    const Simulation blocking = played(by_consensus(), asked);
    EXPECT_GT(mean(blocking, "decisions_blocked"), 0);
    EXPECT_EQ(mean(blocking, "decisions_adopted"), 0);
    EXPECT_EQ(mean(blocking, "groups_created"), 0);
}

TEST(SimulatedDecisions, GoToAVoteOnlyWhereTheCharterHasOne) {
    SimulationWish asked = wish(1, 1);
    asked.conduct.objects = 0.02;
    asked.conduct.votes_against = 0;
    const Charter voting =
        by_consensus("substantive: {by: consensus_then_vote, majority: two_thirds, of: present_and_voting}");
    EXPECT_GT(mean(played(voting, asked), "decisions_by_vote"), 0);
    EXPECT_EQ(mean(played(by_consensus(), asked), "decisions_by_vote"), 0);
}

TEST(SimulatedDecisions, SilenceIsClosedByThePlatformAfterItsHours) {
    SimulationWish asked = wish(2, 2);
    asked.conduct.objects = 0;
    asked.conduct.group_proposals_per_year = 3;
    const Charter silent = with("decisions:\n  creation_of_groups: {by: silence, hours: 240}\n"
                                "groups: {at_once_max: null}\n");
    const Charter spoken = with("groups: {at_once_max: null}\n");
    const Simulation later = played(silent, asked), at_once = played(spoken, asked);
    ASSERT_GT(mean(later, "groups_created"), 0);
    EXPECT_EQ(mean(later, "decisions_blocked"), 0);
    EXPECT_GT(mean(later, "days_to_group"), mean(at_once, "days_to_group"));
}

// Rules alone count a majority; the commands ask the charter's other clauses, too.
TEST(SimulatedDecisions, WhatAnotherClauseForbidsIsRefused) {
    SimulationWish asked = wish(2, 2);
    asked.conduct.framework_proposals_per_year = 4;
    const Charter voting =
        with("decisions:\n  framework: {by: vote, majority: simple, of: present_and_voting}\n");
    EXPECT_GT(mean(played(voting, asked), "proposals_refused"), 0);
    EXPECT_EQ(mean(played(agreed(), asked), "proposals_refused"), 0);
}

TEST(SimulatedDecisions, WhoTablesTooLateWaitsForTheNextSession) {
    SimulationWish asked = wish(3, 3);
    const Simulation strict = played(with("languages: {documents_weeks: 26}\n"), asked);
    const Simulation open = played(with("languages: {documents_weeks: 0}\n"), asked);
    EXPECT_GT(mean(strict, "proposals_late"), 0);
    EXPECT_EQ(mean(open, "proposals_late"), 0);
}

TEST(SimulatedDecisions, ProposeWhatIsProposedWhereRulesAloneAreApplied) {
    const SimulationWish asked = wish(3, 3);
    const auto by_rules = charter::simulate(agreed(), asked);
    EXPECT_EQ(*played(agreed(), asked).find("groups_proposed"), *by_rules->find("groups_proposed"));
}

TEST(SimulatedDecisions, AreTheSameForASeedWhateverTheThreads) {
    SimulationWish asked = wish(2, 4);
    asked.threads = 1;
    const Simulation one = played(agreed(), asked);
    asked.threads = 2;
    const Simulation two = played(agreed(), asked);
    EXPECT_EQ(one.digest, two.digest);
    EXPECT_EQ(one.whole, two.whole);
}

} // namespace
} // namespace poa::app
