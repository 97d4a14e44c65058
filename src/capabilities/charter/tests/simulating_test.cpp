// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <thread>

namespace poa::charter {
namespace {

std::vector<std::string> states(std::size_t number = 193) {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < number; ++i)
        made.push_back({static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26), 'X'});
    return made;
}

SimulationWish wish(int years = 6, int runs = 20) {
    SimulationWish made;
    made.years = years;
    made.runs = runs;
    made.states = states();
    return made;
}

const Charter& agreed() {
    return Presets::shipped().agreed();
}

template <class Type, class Value> Charter with(const Charter& charter, Clause<Type> clause, Value value) {
    return charter.with(clause.index, ClauseValue(std::move(value)), "test");
}
/// Every rule of decision alike.
Charter all_by(DecisionRule rule) {
    Charter made = agreed();
    for (const auto& clause : {clause::decisions::substantive, clause::decisions::procedural,
                               clause::decisions::creation_of_groups, clause::decisions::framework,
                               clause::decisions::elections, clause::decisions::charter})
        made = with(made, clause, rule);
    return made;
}

Simulation run(const Charter& charter, const SimulationWish& wish) {
    auto made = simulate(charter, wish);
    EXPECT_TRUE(made.has_value());
    return made.value_or(Simulation{});
}
double mean(const Simulation& simulation, std::string_view key) {
    const Distribution* found = simulation.find(key);
    EXPECT_NE(found, nullptr) << key;
    return found == nullptr ? 0 : found->mean;
}
double most(const Simulation& simulation, std::string_view key) {
    return simulation.find(key)->most;
}

std::size_t place_of(const Simulation& simulation, std::string_view key) {
    const auto found = std::ranges::find(simulation.figures, key, &FigureSpec::key);
    return static_cast<std::size_t>(found - simulation.figures.begin());
}

TEST(Simulating, IsTheSameForASeedWhateverTheThreads) {
    SimulationWish asked = wish(4, 30);
    std::vector<Simulation> made;
    for (const unsigned threads : {1U, 2U, 5U}) {
        asked.threads = threads;
        made.push_back(run(agreed(), asked));
    }
    for (const Simulation& other : made) {
        EXPECT_EQ(other.digest, made.front().digest);
        EXPECT_EQ(other.whole, made.front().whole);
        EXPECT_EQ(other.years, made.front().years);
    }
    asked.seed = 2;
    EXPECT_NE(run(agreed(), asked).digest, made.front().digest) << "another seed, other draws";
}

TEST(Simulating, EveryFigureIsOrdered) {
    const Simulation made = run(agreed(), wish(5, 40));
    ASSERT_EQ(made.figures.size(), figure_specs().size());
    for (std::size_t i = 0; i < made.figures.size(); ++i) {
        const Distribution& one = made.whole[i];
        const std::array rising{one.least,          one.tenth,     one.quarter, one.median,
                                one.three_quarters, one.ninetieth, one.most};
        EXPECT_TRUE(std::ranges::is_sorted(rising)) << made.figures[i].key;
        EXPECT_LE(one.runs, 40) << made.figures[i].key;
        EXPECT_TRUE(one.runs == 0 || (one.least <= one.mean && one.mean <= one.most)) << made.figures[i].key;
    }
}

TEST(Simulating, OneObjectorBlocksWhereTheRuleIsConsensus) {
    SimulationWish asked = wish();
    asked.conduct.attends = 1;
    asked.conduct.objects = 1.0;
    const Simulation blocked = run(all_by({.form = RuleForm::consensus}), asked);
    EXPECT_GT(mean(blocked, "decisions_put"), 0);
    EXPECT_EQ(most(blocked, "decisions_adopted"), 0);
    EXPECT_EQ(most(blocked, "groups_created"), 0);
    EXPECT_EQ(mean(blocked, "decisions_blocked"), mean(blocked, "decisions_put"));
    asked.conduct.objects = 0;
    const Simulation adopted = run(all_by({.form = RuleForm::consensus}), asked);
    EXPECT_EQ(mean(adopted, "decisions_adopted"), mean(adopted, "decisions_put"));
    EXPECT_EQ(most(adopted, "decisions_by_vote"), 0);
}

TEST(Simulating, AVoteAfterConsensusFailedAdoptsMore) {
    const Simulation consensus = run(all_by({.form = RuleForm::consensus}), wish(10, 50));
    const Simulation vote = run(all_by({.form = RuleForm::consensus_then_vote}), wish(10, 50));
    EXPECT_GT(mean(vote, "decisions_adopted_share"), mean(consensus, "decisions_adopted_share"));
    EXPECT_GT(mean(vote, "decisions_by_vote"), 0);
    EXPECT_EQ(most(consensus, "decisions_by_vote"), 0);
    EXPECT_LE(mean(vote, "days_to_group"), mean(consensus, "days_to_group"));
    EXPECT_EQ(mean(vote, "groups_proposed"), mean(consensus, "groups_proposed"))
        << "the same world otherwise";
}

TEST(Simulating, AMajorityOfTheMembershipIsHarderToReach) {
    SimulationWish asked = wish();
    asked.conduct.objects = 1;
    asked.conduct.attends = 0.6;
    asked.conduct.votes_against = 0;
    DecisionRule rule{.form = RuleForm::vote, .majority = Majority::two_thirds};
    asked.conduct.objects = 0;
    EXPECT_GT(mean(run(all_by(rule), asked), "decisions_adopted"), 0);
    rule.base = MajorityBase::membership;
    EXPECT_EQ(most(run(all_by(rule), asked), "decisions_adopted"), 0) << "less than two thirds are there";
    rule = {.form = RuleForm::vote, .quorum_percent = 90};
    const Simulation no_quorum = run(all_by(rule), asked);
    EXPECT_EQ(mean(no_quorum, "decisions_no_quorum"), mean(no_quorum, "decisions_put"));
}

TEST(Simulating, ReportsReceivedNeverExceedThoseDue) {
    for (const bool rotates : {false, true}) {
        Charter charter = with(agreed(), clause::reporting::rotates, rotates);
        if (rotates) charter = with(charter, clause::reporting::once_in_years_max, std::int64_t{6});
        const Simulation made = run(charter, wish(9, 20));
        const std::size_t due = place_of(made, "reports_due"), received = place_of(made, "reports_received"),
                          share = place_of(made, "reports_received_share");
        EXPECT_GT(made.whole[due].mean, 0);
        for (const SimulatedYear& year : made.years) {
            EXPECT_LE(year.figures[received].most, year.figures[due].most) << year.year;
            EXPECT_TRUE(year.figures[share].runs == 0 || year.figures[share].most <= 1) << year.year;
        }
    }
}

TEST(Simulating, EveryStateGetsItsTurnAndCoverageOnlyGrows) {
    SimulationWish asked = wish(14, 10);
    asked.conduct.report_on_time = 1;
    asked.conduct.report_late = 0;
    asked.conduct.never_reports = 0;
    Charter charter = with(agreed(), clause::reporting::rotates, true);
    charter = with(charter, clause::reporting::every_years, Span{2, 2});
    charter = with(charter, clause::reporting::once_in_years_max, std::int64_t{6});
    const Simulation made = run(charter, asked);
    EXPECT_EQ(made.find("states_reported")->least, 193);
    const std::size_t place = place_of(made, "states_reported");
    double before = 0;
    for (const SimulatedYear& year : made.years) {
        EXPECT_GE(year.figures[place].least, before) << year.year;
        before = year.figures[place].least;
    }
    EXPECT_LT(made.years.at(3).figures[place].most, 193) << "in turns, not all at once";
    asked.conduct.never_reports = 0.3;
    EXPECT_LT(run(charter, asked).find("states_reported")->most, 193);
}

TEST(Simulating, ChecksGoUnansweredWherePostsAreVacant) {
    SimulationWish asked = wish();
    asked.conduct.answers_check = 1;
    asked.conduct.contact_leaves = 0;
    EXPECT_EQ(mean(run(agreed(), asked), "checks_answered_share"), 1);
    asked.conduct.contact_leaves = 0.5;
    asked.conduct.months_to_replace = 12;
    const Simulation made = run(agreed(), asked);
    EXPECT_LT(mean(made, "checks_answered_share"), 0.9);
    EXPECT_GT(mean(made, "contacts_left"), 0);
    const Charter without = agreed().with(clause::contacts::ping_months.index, None{}, "test");
    EXPECT_EQ(most(run(without, asked), "checks_sent"), 0);
}

TEST(Simulating, OnePersonMissionsMissWhatMeetsAtOnce) {
    Charter charter = with(agreed(), clause::groups::parallel, true);
    std::vector<GroupPlan> groups;
    for (const char* id : {"one", "two", "three"}) groups.push_back({id, id, "threats", 4, 10});
    charter = with(charter, clause::groups::list, groups);
    const Simulation made = run(charter, wish(4, 20));
    if (made.clashes > 0) {
        EXPECT_LT(mean(made, "attendance_of_small"), mean(made, "attendance"));
        EXPECT_GT(mean(made, "days_at_once"), 0);
    }
    const Simulation without = run(agreed(), wish(4, 20));
    EXPECT_EQ(without.clashes, 0U);
    EXPECT_EQ(most(without, "days_at_once"), 0);
    EXPECT_GT(made.clashes, 0U) << "three groups of forty days each meet at once";
}

TEST(Simulating, NothingHappensBeforeTheFirstDayTheCharterAllows) {
    SimulationWish asked = wish(3, 5);
    asked.first_year = 2024;
    const Simulation made = run(agreed(), asked);
    for (const int year : {0, 1})
        for (std::size_t i = 0; i < made.figures.size(); ++i)
            EXPECT_EQ(made.years.at(static_cast<std::size_t>(year)).figures[i].most, 0)
                << made.figures[i].key;
    EXPECT_GT(made.years.at(2).figures[place_of(made, "meetings")].least, 0);
}

TEST(Simulating, StopsWhenAskedAndTellsHowFarItIs) {
    std::stop_source stop;
    std::vector<double> seen;
    SimulationWish asked = wish(3, 1000);
    asked.threads = 2;
    const auto made = simulate(
        agreed(), asked,
        [&](double share) {
            seen.push_back(share);
            if (seen.size() == 10) stop.request_stop();
        },
        stop.get_token());
    EXPECT_FALSE(made.has_value());
    EXPECT_LT(seen.size(), 1000U);
    EXPECT_TRUE(std::ranges::is_sorted(seen));
}

// Another behaviour in a list does not change what the others draw, and one of the same name takes its place.
class Idle final : public Behaviour {
  public:
    explicit Idle(Random random) : random_(random) {}
    void live(World&, const SimulatedDay&) override { drawn_ += random_.share(); }

  private:
    Random random_;
    double drawn_ = 0;
};
BehaviourSpec idle(std::string_view name) {
    return {
        name, "idle", true, {}, [](const RunPlace& place) { return std::make_unique<Idle>(place.random); }};
}

TEST(Simulating, ABehaviourThatIsAddedLeavesTheOthersAsTheyAre) {
    const SimulationWish asked = wish(4, 10);
    const Simulation before = run(agreed(), asked);
    const auto after =
        simulate(agreed(), asked, SimulationParts{replaced(behaviours_by_rules(), {idle("new")}), {}});
    EXPECT_EQ(after->whole, before.whole);
    EXPECT_EQ(after->behaviours.size(), before.behaviours.size() + 1);
}

TEST(Simulating, ABehaviourOfTheSameNameTakesThePlace) {
    const auto made = simulate(agreed(), wish(2, 3),
                               SimulationParts{replaced(behaviours_by_rules(), {idle("reports")}), {}});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->find("reports_due"), nullptr);
    const auto reports = std::ranges::find(made->behaviours, "reports", &PlayedBehaviour::name);
    ASSERT_NE(reports, made->behaviours.end());
    EXPECT_TRUE(reports->through_commands);
}

class Failing final : public Behaviour {
  public:
    void live(World&, const SimulatedDay&) override { throw MachineFailure("no room left"); }
};

TEST(Simulating, WhatABehaviourThrowsComesOut) {
    SimulationWish asked = wish(2, 50);
    asked.threads = 3;
    const BehaviourSpec failing{
        "failing", "failing", true, {}, [](const RunPlace&) { return std::make_unique<Failing>(); }};
    EXPECT_THROW((void)simulate(agreed(), asked, SimulationParts{{failing}, {}}), MachineFailure);
}

TEST(Random, StreamsAreTheSameOnEveryMachine) {
    Random random = Random::of(1, 0, "reports");
    const std::uint64_t first = random();
    EXPECT_EQ(Random::of(1, 0, "reports")(), first);
    EXPECT_NE(Random::of(1, 1, "reports")(), first);
    EXPECT_NE(Random::of(2, 0, "reports")(), first);
    EXPECT_NE(Random::of(1, 0, "checks")(), first);
    // The first value of SplitMix64 from state 0, as published with the generator.
    EXPECT_EQ(Random(0)(), 0xE220A8397B1DCDAFU);
}

TEST(Random, DrawsHaveTheMeanTheyShould) {
    Random random(7);
    constexpr int draws = 20'000;
    double happened = 0, arrived = 0, shares = 0;
    for (int i = 0; i < draws; ++i) {
        happened += static_cast<double>(random.how_many(193, 0.3));
        arrived += static_cast<double>(random.arrivals(2.5));
        shares += random.share();
    }
    EXPECT_NEAR(happened / draws, 57.9, 0.3);
    EXPECT_NEAR(arrived / draws, 2.5, 0.06);
    EXPECT_NEAR(shares / draws, 0.5, 0.01);
    EXPECT_EQ(random.how_many(10, 0), 0);
    EXPECT_EQ(random.how_many(10, 1), 10);
    EXPECT_EQ(random.how_many(0, 0.5), 0);
    EXPECT_EQ(random.arrivals(0), 0);
}

TEST(Conduct, EveryFigureHasItsLimitsAndItsSource) {
    const Conduct standard;
    for (const ConductSpec& spec : conduct_specs()) {
        EXPECT_GE(standard.*spec.member, spec.least) << spec.key;
        EXPECT_LE(standard.*spec.member, spec.most) << spec.key;
        EXPECT_FALSE(spec.basis.empty()) << spec.key;
        EXPECT_EQ(find_conduct(spec.key), &spec);
    }
    EXPECT_EQ(find_conduct("no_such"), nullptr);
    EXPECT_EQ(conduct_specs().size() * sizeof(double), sizeof(Conduct)) << "every figure is adjustable";
}

} // namespace
} // namespace poa::charter
