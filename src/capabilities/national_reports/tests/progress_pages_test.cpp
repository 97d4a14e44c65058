// SPDX-License-Identifier: Apache-2.0
// Pages of what reports add up to: as the public and as States see them.
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/pages_briefing_drawing.hpp"
#include "capabilities/national_reports/pages_briefing_loading.hpp"
#include "capabilities/national_reports/pages_items.hpp"
#include "capabilities/national_reports/pages_progress_drawing.hpp"
#include "progress_house.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports::progress_tests {
namespace {

const Sharing at_home{Audience::own_delegation, {}, true};
const Sharing to_states{Audience::member_states, {}, true};
const Sharing to_all{Audience::everyone, {}, false};

struct Visiting {
    explicit Visiting(const char* of_state = nullptr, web::Language language = web::Language::en)
        : visit{request, path, web::Wording::in(language), web::Face::html,
                std::make_shared<web::Visitor>()} {
        if (of_state == nullptr) return;
        const std::vector<identity::CurrentStanding> standings = {
            {{identity::Role::delegate, identity::Body::state(of_state)}, true}};
        visit.visitor = std::make_shared<identity::SignedInVisitor>(
            identity::Actor::signed_in(Id<identity::Person>{7}, "Sample", "en",
                                       Id<identity::SignInSession>{7}, standings),
            "token");
    }
    http::Request request;
    http::Parameters path;
    web::Visit visit;
};

class ProgressPages : public testing::TestWithParam<Engine> {
  protected:
    ProgressHouse house{GetParam()};
    Visiting anybody, albania{"ALB"};

    template <class F> auto on(const Visiting& visiting, F&& load) {
        return house.read([&](storage::Session& session) {
            charter::CurrentCharter charter;
            return load(
                AddingUp{session, charter, ProgressHouse::states(), ProgressHouse::today(), visiting.visit});
        });
    }
    ProgressPage progress(const Visiting& visiting, std::int64_t year = 0) {
        return on(visiting, [&](const AddingUp& at) { return load_progress(at, {year}).value(); });
    }
    IndicatorPage indicator(const Visiting& visiting, const std::string& key, std::int64_t year = 0) {
        return on(visiting, [&](const AddingUp& at) { return load_indicator(at, {key, year}).value(); });
    }
    BriefingPage briefing(const Visiting& visiting, std::int64_t year = 0) {
        return on(visiting, [&](const AddingUp& at) { return load_briefing(at, {year}).value(); });
    }
    AgendaPage agenda(const Visiting& visiting, std::int64_t year = 0) {
        return on(visiting, [&](const AddingUp& at) { return load_agenda(at, {year}).value(); });
    }
    static const ProgressRow& row(const ProgressPage& page, std::string_view key) {
        return *std::ranges::find(page.rows, key, &ProgressRow::indicator);
    }
    static std::string sentence(const BriefingPage& page, std::string_view beginning) {
        for (const BriefingSentence& one : page.rows)
            if (one.text.starts_with(beginning)) return one.text;
        return "no such sentence";
    }
};
INSTANTIATE_TEST_SUITE_P(Both, ProgressPages, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(ProgressPages, TheNewestYearWithAReportIsShown) {
    EXPECT_EQ(progress(anybody).year, 2030) << "this year, where nobody ever reported";
    house.release("FRA", 2029, {{"norm-g-status", {"in_place"}}});
    const ProgressPage page = progress(anybody);
    EXPECT_EQ(page.year, 2029);
    EXPECT_EQ(page.states, 1);
    EXPECT_EQ(page.members, 193);
    EXPECT_EQ(page.years.back().due, std::nullopt) << "no charter holds, so nobody is due";
    EXPECT_EQ(std::ranges::count_if(page.tiles, &ProgressTile::reported), 1);
}

TEST_P(ProgressPages, CoverageIsToldOfListsOfStatesToo) {
    house.release("FJI", 2029, {{"norm-g-status", {"in_place"}}});
    const ProgressPage page = progress(anybody);
    const auto islands = std::ranges::find(page.groups, "sids", &GroupCoverage::group);
    ASSERT_NE(islands, page.groups.end());
    EXPECT_EQ(islands->states, 1);
    EXPECT_FALSE(islands->is_regional);
    EXPECT_GT(islands->members, 30);
    EXPECT_EQ(std::ranges::find(page.groups, "lldc", &GroupCoverage::group)->states, 0);
    EXPECT_EQ(page.members, 193) << "lists count nobody twice";
}

TEST_P(ProgressPages, EachReaderIsToldWhatItMayKnow) {
    house.release("FRA", 2030, {{"norm-g-status", {"in_place"}, to_states}});
    house.release("KEN", 2030, {{"norm-g-status", {"in_place"}, at_home}});
    const ProgressPage in_public = progress(anybody);
    EXPECT_EQ(row(in_public, "norm-g").answered, 0);
    EXPECT_TRUE(row(in_public, "norm-g").some_uncounted);
    EXPECT_EQ(row(in_public, "norm-g").uncounted, 0) << "two are too few to be a number";
    EXPECT_EQ(row(progress(albania), "norm-g").states, 1);
    EXPECT_TRUE(indicator(anybody, "norm-g").rows.at(3).seen.empty());
    EXPECT_EQ(indicator(albania, "norm-g").rows.at(3).seen, (std::vector<std::string>{"FRA"}));
}

// REP_36: every figure opens to the reports it stands on, as far as the reader may see them.
TEST_P(ProgressPages, AFigureOpensToItsReports_REP_36) {
    house.release("FRA", 2030, {{"capacity-priorities", {"standards"}, to_all}});
    house.release("KEN", 2030, {{"capacity-priorities", {"standards"}, at_home}});
    const IndicatorPage page = indicator(anybody, "capacity-priorities");
    const auto found = std::ranges::find(page.rows, "standards", &LevelRow::level);
    ASSERT_NE(found, page.rows.end());
    EXPECT_EQ(found->seen, (std::vector<std::string>{"FRA"}));
    const std::string html = draw_indicator(page, anybody.visit).body.text();
    EXPECT_NE(html.find("href=\"/reports/FRA/2030\""), std::string::npos);
    EXPECT_EQ(html.find("KEN"), std::string::npos);
}

// REP_23 REP_27 SEC_07: the year's briefing is made from reports, with counts, in each language.
TEST_P(ProgressPages, TheYearIsToldInSentencesWithNumbers_REP_23_REP_27_SEC_07) {
    house.release("FRA", 2028, {{"norm-g-status", {"planned"}}});
    house.release("FRA", 2030, {{"norm-g-status", {"in_place"}}});
    house.release("KEN", 2030, {{"norm-g-status", {"developing"}}, {"norm-g-needs", {"standards"}}});
    const BriefingPage page = briefing(anybody);
    EXPECT_EQ(sentence(page, "2 States"), "2 States reported for 2030.");
    EXPECT_EQ(sentence(page, "African Group"), "African Group: 1 of 54 States.");
    EXPECT_EQ(
        sentence(page, "Norm g: Protecting own critical infrastructure: in place"),
        "Norm g: Protecting own critical infrastructure: in place in 1 of the 2 States counted. For 2028 "
        "it was 0 of 1.");
    EXPECT_NE(sentence(page, "Norm g: where support").find("Standards (1)"), std::string::npos);
    const std::string html = draw_briefing(page, anybody.visit).body.text();
    EXPECT_NE(html.find("href=\"/reports/progress/norm-g?year=2030\""), std::string::npos);
    const Visiting arabic{nullptr, web::Language::ar};
    EXPECT_NE(sentence(briefing(arabic), "المعيار g"), "no such sentence");
}

// ACC_04: achievements and challenges side by side, by part of the framework.
TEST_P(ProgressPages, AchievementsStandBesideChallenges_ACC_04) {
    house.release("FRA", 2030, {{"norm-g-practice", {}, to_all}, {"norm-g-challenges", {"staff", "law"}}});
    house.release("KEN", 2030, {{"norm-g-practice", {}, at_home}, {"norm-g-challenges", {"staff"}}});
    const BriefingPage page = briefing(anybody);
    ASSERT_EQ(page.achievements.size(), 11U);
    const AchievementRow& found = page.achievements.at(6);
    EXPECT_EQ(found.item, "norm-g");
    EXPECT_EQ(found.achievements, (std::vector<std::string>{"FRA"})) << "words are never counted unseen";
    EXPECT_EQ(found.challenges, 2);
    EXPECT_EQ(found.named, "Trained people (2), Laws and mandates (1)");
}

// REP_22: the agenda lists reports received and due; each report has a slot of its own.
TEST_P(ProgressPages, TheAgendaListsReceivedAndDueReports_REP_22) {
    house.found("egypt");
    const AgendaPage before = agenda(anybody, 2032);
    ASSERT_FALSE(before.rows.empty());
    EXPECT_EQ(before.received, 0);
    EXPECT_EQ(before.due, static_cast<std::int64_t>(before.rows.size()));
    const std::string due = before.rows.at(1).state;
    const std::string not_due = before.rows.front().state == "AFG" ? "ALB" : "AFG";
    house.release(due, 2032, {});
    house.release(not_due, 2032, {});
    const AgendaPage page = agenda(anybody, 2032);
    EXPECT_EQ(page.received, 2);
    EXPECT_EQ(page.all_minutes, 20);
    std::int64_t place = 0;
    for (const AgendaRow& row : page.rows) {
        EXPECT_EQ(row.received, row.state == due || row.state == not_due);
        EXPECT_EQ(row.place, row.received ? ++place : 0);
    }
    const std::string html = draw_agenda(page, anybody.visit).body.text();
    EXPECT_NE(html.find("no report"), std::string::npos);
    for (const char* blaming : {"late", "overdue", "fail", "missing"})
        EXPECT_EQ(html.find(blaming), std::string::npos) << blaming;
}

// FW_31: what States say on a norm, from voluntary reports alone, each as far as the reader may see it.
TEST_P(ProgressPages, AnItemHasTheNewestReportOfEachState_FW_31) {
    acquis::Framework framework;
    framework.add(acquis::AgreedText{
        .key = "norm-g", .title = "A sample norm", .text = "", .language = "en", .kind = "norm"});
    const auto on_item = [&](const Visiting& visiting, std::int64_t number = 1) {
        return on(visiting, [&](const AddingUp& at) {
            return load_item_reports(at, framework, {"norm-g", number});
        });
    };
    EXPECT_EQ(on_item(anybody)->states, 0) << "no survey is in use";
    house.release("FRA", 2028, {{"norm-g-status", {"planned"}, to_all}});
    const auto newest = house.release("FRA", 2030, {{"norm-g-status", {"in_place"}, to_all}});
    house.release("KEN", 2030, {{"norm-g-status", {"in_place"}, to_states}, {"norm-f-status", {"planned"}}});
    house.release("MLT", 2030, {{"norm-g-status", {"in_place"}, at_home}});
    const ItemReportsPage page = on_item(anybody).value();
    EXPECT_EQ(page.title, "A sample norm") << "as the framework has it";
    ASSERT_EQ(page.rows.size(), 1U) << "one State shares it, and its newest report stands for it";
    EXPECT_EQ(page.rows[0].state, "FRA");
    EXPECT_EQ(page.rows[0].year, 2030);
    EXPECT_EQ(page.rows[0].answer, "In place");
    EXPECT_EQ(page.indicators.at(0).address, "/reports/progress/norm-g");
    EXPECT_EQ(on_item(albania)->states, 2) << "another State reads what was shared with States";
    const std::string html = draw_item_reports(page, anybody.visit).body.text();
    EXPECT_NE(html.find("href=\"/reports/FRA/2030\""), std::string::npos);
    EXPECT_EQ(html.find("Kenya"), std::string::npos);
    house.withdraw(newest);
    EXPECT_EQ(on_item(anybody)->rows.at(0).year, 2028) << "what is withdrawn is gone";
    EXPECT_TRUE(on_item(anybody, 2).error().has("national_reports.no_such_page"));
}

TEST_P(ProgressPages, WhatIsNotThereIsSaid) {
    const auto refused = on(anybody, [](const AddingUp& at) { return load_indicator(at, {"none", 0}); });
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(refused.error().has("national_reports.no_such_indicator"));
    const std::string html = draw_indicator(indicator(anybody, "norm-g"), anybody.visit).body.text();
    EXPECT_NE(html.find("No report on the record answers this yet."), std::string::npos);
}

} // namespace
} // namespace poa::national_reports::progress_tests
