// SPDX-License-Identifier: Apache-2.0
// What the shipped charters do when their years are played.
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/simulating.hpp"
#include "capabilities/charter/start_years.hpp"

#include <gtest/gtest.h>

#include <array>

namespace poa::charter {
namespace {

Day day(std::string_view iso) {
    return Day::parse(iso).value();
}

const Charter& preset(std::string_view id) {
    const Charter* found = Presets::shipped().find(id);
    require(found != nullptr, "a shipped charter");
    return *found;
}

SimulationWish wish(int years = 8, int runs = 10) {
    SimulationWish made;
    made.years = years;
    made.runs = runs;
    for (std::size_t i = 0; i < 193; ++i)
        made.states.push_back({static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26), 'X'});
    return made;
}
Simulation play(std::string_view id, const SimulationWish& asked) {
    return simulate(preset(id), asked).value();
}
double mean(const Simulation& made, std::string_view key) {
    return made.find(key)->mean;
}

TEST(SimulatingPresets, AllOfThemPlay) {
    for (const Charter* one : Presets::shipped().all()) {
        const Charter& charter = *one;
        const auto made = simulate(charter, wish(5, 2));
        ASSERT_TRUE(made) << charter.id();
        EXPECT_GT(mean(*made, "meetings"), 0) << charter.id();
        EXPECT_LE(made->find("reports_received")->most, made->find("reports_due")->most) << charter.id();
        EXPECT_LE(mean(*made, "decisions_adopted"), mean(*made, "decisions_put")) << charter.id();
        EXPECT_LE(mean(*made, "applications_accredited") + mean(*made, "applications_rejected") +
                      mean(*made, "applications_exempt"),
                  mean(*made, "applications"))
            << charter.id();
    }
}

// CON-05: in Egypt's charter one objection excludes, and nothing is put to the body.
TEST(SimulatingPresets, EgyptRejectsWhoeverIsObjectedTo_CON_05) {
    SimulationWish asked = wish();
    const Simulation made = play("egypt", asked);
    const bool consults = AccreditationPolicy::of(preset("egypt")).consultation;
    EXPECT_EQ(made.find("applications_put_to_body")->most, 0);
    EXPECT_GT(mean(made, "applications_rejected"), 0);
    if (!consults) {
        EXPECT_NEAR(mean(made, "applications_rejected"), mean(made, "applications_contested"), 1e-9);
    }
    asked.conduct.objects_to_application = 1;
    asked.conduct.withdraws_after_consultation = 0;
    EXPECT_EQ(play("egypt", asked).find("applications_accredited")->most, 0) << "everybody is objected to";
}

// CON-05: Germany, the United States and the United Kingdom let the body vote.
TEST(SimulatingPresets, VotingChartersAccreditSomeOfWhomIsObjectedTo_CON_05) {
    SimulationWish asked = wish();
    asked.conduct.objects_to_application = 0.02; // nearly every application has an objector
    asked.conduct.withdraws_after_consultation = 0;
    const double excluded = mean(play("egypt", asked), "applications_accredited_share");
    for (const char* id : {"germany", "united-states", "united-kingdom"}) {
        const Simulation made = play(id, asked);
        EXPECT_GT(mean(made, "applications_put_to_body"), 0) << id;
        EXPECT_GT(mean(made, "applications_accredited_share"), excluded) << id;
        asked.conduct.votes_against = 0.9;
        EXPECT_LT(mean(play(id, asked), "applications_accredited_share"),
                  mean(made, "applications_accredited_share"))
            << id << ": the body may also say no";
        asked.conduct.votes_against = Conduct().votes_against;
    }
}

TEST(SimulatingPresets, TheAgreedMechanismConsultsAndAMaintainedObjectionRejects) {
    SimulationWish asked = wish();
    asked.conduct.withdraws_after_consultation = 1;
    EXPECT_EQ(play("agreed-2025", asked).find("applications_rejected")->most, 0);
    asked.conduct.withdraws_after_consultation = 0;
    const Simulation made = play("agreed-2025", asked);
    EXPECT_GT(mean(made, "applications_rejected"), 0);
    EXPECT_EQ(made.find("applications_put_to_body")->most, 0) << "no vote";
}

TEST(SimulatingPresets, TheAgreedMechanismNeverDecidesSubstanceByVote) {
    SimulationWish asked = wish();
    asked.conduct.procedural_per_session = 0;
    asked.conduct.objects = 0.01;
    const Charter charter = preset("agreed-2025")
                                .with(clause::decisions::elections.index,
                                      ClauseValue(DecisionRule{.form = RuleForm::consensus}), "test");
    const Simulation made = simulate(charter, asked).value();
    EXPECT_EQ(made.find("decisions_by_vote")->most, 0);
    EXPECT_GT(mean(made, "decisions_blocked"), 0);
}

// MTG-50: in which year the cycle had best begin.
TEST(StartYears, TheYearWithTheFewestClashesComesFirst_MTG_50) {
    // Another process takes the whole of July 2027; the charter is one that does not keep clear of it.
    const Charter charter =
        preset("agreed-2025")
            .with(clause::other_meetings::avoids_mandated_processes.index, ClauseValue(false), "test");
    CalendarWish asked;
    asked.others = {{day("2027-07-01"), day("2027-07-31"), "another process"}};
    const std::array years{2027, 2028};
    const auto options = start_years(charter, asked, years, 1);
    ASSERT_EQ(options.size(), 2U);
    EXPECT_EQ(options.front().year, 2028);
    EXPECT_EQ(options.front().clashes_with_others, 0U);
    EXPECT_EQ(options.back().year, 2027);
    EXPECT_GT(options.back().clashes_with_others, 0U);
    EXPECT_GT(options.front().meetings, 0U);
    EXPECT_EQ(beginning_in(charter, 2028)[clause::founding::first_plenary], day("2028-07-20"));
}

} // namespace
} // namespace poa::charter
