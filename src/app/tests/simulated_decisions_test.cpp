// SPDX-License-Identifier: Apache-2.0
// Years of decisions through the platform's own commands: what comes out is what the charter's rules make of
// what States say, and nothing else.
#include "app/simulating_commands.hpp"
#include "base/reference.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/members/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::app {
namespace {

using charter::Charter;
using charter::Simulation;
using charter::SimulationWish;

/// Member States of the shipped register: what the commands ask is who is entitled there.
const std::vector<std::string>& member_states() {
    static const std::vector<std::string> all = [] {
        auto read =
            members::parse_reference({reference_file("members.json"), reference_file("organisations.json")});
        std::vector<std::string> codes;
        for (const members::State& state : read->states)
            if (state.status == members::Status::member) codes.emplace_back(state.iso3.text());
        std::ranges::sort(codes);
        return codes;
    }();
    return all;
}

SimulationWish wish(int years, int runs) {
    SimulationWish made;
    made.first_year = 2027;
    made.years = years;
    made.runs = runs;
    made.states = member_states();
    made.conduct.in_directory = 0; // who leaves a post is told elsewhere
    return made;
}

/// The agreed mechanism with other clauses.
Charter with(const std::string& clauses) {
    auto file = charter::read_charter(
        "charter: lanterns\ntitle: {en: Lanterns}\nkind: own\nbased_on: agreed-2025\n" + clauses);
    return charter::Presets::shipped().assemble(file.value()).value();
}
const Charter& agreed() {
    return charter::Presets::shipped().agreed();
}
/// Consensus on everything, but for what is given: "substantive: {...}".
Charter by_consensus(const std::string& but = {}) {
    std::string rules;
    for (const std::string name :
         {"substantive", "procedural", "creation_of_groups", "framework", "charter", "elections"})
        if (!but.starts_with(name)) rules += "  " + name + ": {by: consensus}\n";
    return with("decisions:\n" + rules + (but.empty() ? "" : "  " + but + "\n"));
}

Simulation played(const Charter& charter, const SimulationWish& asked) {
    return charter::simulate(charter, asked, parts_through_commands()).value();
}
double mean(const Simulation& made, std::string_view figure) {
    return made.find(figure)->mean;
}

TEST(SimulatedDecisions, RunTheCommandsAndSayWhichBehavioursDo) {
    const Simulation made = played(agreed(), wish(1, 1));
    for (const charter::PlayedBehaviour& one : made.behaviours)
        EXPECT_EQ(one.through_commands, one.name == "turnover" || one.name == "decisions") << one.name;
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
