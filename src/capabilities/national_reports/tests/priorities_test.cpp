// SPDX-License-Identifier: Apache-2.0
// Priorities that reports name, as the public and as States see them. On both databases.
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/pages_priorities_drawing.hpp"
#include "capabilities/national_reports/pages_priorities_loading.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "progress_house.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports::progress_tests {
namespace {

const Sharing at_home{Audience::own_delegation, {}, false};
const Sharing to_states{Audience::member_states, {}, false};

class Priorities : public testing::TestWithParam<Engine> {
  protected:
    /// As the public, or as a delegate of that State, reads it.
    PrioritiesPage page(const char* of_state = nullptr) {
        if (of_state != nullptr) {
            const std::vector<identity::CurrentStanding> standings = {
                {{identity::Role::delegate, identity::Body::state(of_state)}, true}};
            visit.visitor = std::make_shared<identity::SignedInVisitor>(
                identity::Actor::signed_in(Id<identity::Person>{7}, "Sample", "en",
                                           Id<identity::SignInSession>{7}, standings),
                "token");
        }
        return house.read([&](storage::Session& session) {
            charter::CurrentCharter charter;
            return load_priorities(
                       AddingUp{session, charter, ProgressHouse::states(), ProgressHouse::today(), visit},
                       {2030})
                .value();
        });
    }
    static const PriorityRow& row(const PrioritiesPage& page, std::string_view key) {
        return *std::ranges::find(page.rows, key, &PriorityRow::key);
    }

    ProgressHouse house{GetParam()};
    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                     std::make_shared<web::Visitor>()};
};
INSTANTIATE_TEST_SUITE_P(Both, Priorities, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Priorities, PartsOfTheFrameworkComeWithTheReportsThatAskForThem_REP_18) {
    house.release("FRA", 2030, {{"norm-g-needs", {"standards", "diplomacy"}}});
    house.release("KEN", 2030, {{"norm-g-needs", {"standards"}, to_states}, {"norm-b-needs", {"standards"}}});
    house.release("ALB", 2030,
                  {{"norm-g-needs", {"standards"}, at_home}, {"capacity-priorities", {"standards"}}});
    const PrioritiesPage publicly = page();
    EXPECT_EQ(publicly.rows.front().key, "norm-b"); // one each: in the order of the framework
    EXPECT_EQ(row(publicly, "norm-g").states, 1);
    EXPECT_FALSE(row(publicly, "norm-g").is_whole);
    EXPECT_EQ(row(publicly, "norm-g").seen, (std::vector<std::string>{"FRA"}));
    EXPECT_EQ(row(publicly, "standards").seen, (std::vector<std::string>{"ALB"}));
    const std::string html = draw_priorities(publicly, visit).body.text();
    EXPECT_NE(html.find("href=\"/reports/FRA/2030\""), std::string::npos);
    EXPECT_NE(html.find("href=\"/reports/progress/norm-g-needs?year=2030\""), std::string::npos);

    const PrioritiesPage to_a_state = page("FJI");
    EXPECT_EQ(to_a_state.rows.front().key, "norm-g");
    EXPECT_EQ(to_a_state.rows.front().seen, (std::vector<std::string>{"FRA", "KEN"}));
    EXPECT_EQ(to_a_state.rows.front().named, "Standards (2), Diplomacy and international law (1)");
}

TEST_P(Priorities, WordsAreReadAndNeverCounted) {
    Survey survey;
    survey.key = "framework-survey";
    survey.title = {{{"en", "Survey"}}};
    survey.languages = {"en"};
    Question question;
    question.key = "law-questions";
    question.label = {{{"en", "Which questions of law come first?"}}};
    question.source = {"A/79/214", "law"};
    question.purpose = Purpose::priority;
    survey.sections = {{"law", {{{"en", "Law"}}}, {}, Pillar::international_law, "", {question}}};
    house.database->write([&](storage::Session& session) {
        const Instant at = moment("2030-01-01T00:00:00Z");
        const auto kept = store::add_survey(session, {{},
                                                      survey.key,
                                                      1,
                                                      SurveyStage::in_use,
                                                      text_of(survey),
                                                      sha256(text_of(survey)),
                                                      1,
                                                      "secretariat",
                                                      at,
                                                      {},
                                                      ""});
        KeptReport report{{}, "FRA", kept, 2030, ReportStage::open, 1, at, 1, {}, 0};
        report.id = store::add_report(session, report);
        Answer answer;
        answer.text = "How it applies to cables.";
        const std::vector<ReleasedAnswer> said = {{question.key, answer, to_states}};
        store::add_release(session, report.id, {1, {}, at, 1, {}}, said);
        report.stage = ReportStage::submitted;
        report.release = 1;
        return store::change_report(session, report, 1);
    });
    EXPECT_TRUE(page().voices.empty());
    const PrioritiesPage to_a_state = page("FJI");
    ASSERT_EQ(to_a_state.voices.size(), 1);
    EXPECT_EQ(to_a_state.voices[0].words, "How it applies to cables.");
    EXPECT_EQ(to_a_state.voices[0].address, "/reports/FRA/2030");
}

} // namespace
} // namespace poa::national_reports::progress_tests
