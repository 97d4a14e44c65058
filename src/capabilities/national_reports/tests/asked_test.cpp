// SPDX-License-Identifier: Apache-2.0
// What States ask each other about released answers, and the response. On both databases.
#include "capabilities/national_reports/commands/answer_about_report.hpp"
#include "capabilities/national_reports/commands/ask_about_report.hpp"
#include "capabilities/national_reports/queries_asked.hpp"
#include "needs_house.hpp"

namespace poa::national_reports::test {
namespace {

class Asking : public testing::TestWithParam<Engine> {
  protected:
    Asking() {
        house.put_in_use(needs_survey(), 1);
        reporting.emplace(house);
        reporting->say("practice", R"("We drill twice a year.")");
        reporting->say("lesson", R"("Begin with the hospitals.")");
        reporting->say("words", R"("A translator")");
        reporting->share("practice", "public");
        reporting->share("lesson", "parties", "state:XXB");
    }
    [[nodiscard]] Result<AskedQuestion> ask(const Actor& actor, const char* question) {
        return house.run(actor, ask_about_report,
                         AskAboutReport{"XXA", 2027, question, "How long does a drill take?", "experience"});
    }
    [[nodiscard]] std::string answer(const Actor& actor, Id<AskedQuestion> asked) {
        return said(house.run(actor, answer_about_report, AnswerAboutReport{asked, "Two days."}));
    }
    /// Issues of the questions that the reader may read.
    [[nodiscard]] std::string asked_for(const Actor& actor) {
        return house.read([&](storage::Session& session) {
            std::string issues;
            for (const ReadableRelease& release : releases_for(session, actor.reader(), "XXA", 2027))
                for (const AskedQuestion& one : asked_about(session, release))
                    issues += one.question + (one.answer.empty() ? " " : "=" + one.answer + " ");
            return issues;
        });
    }

    House house{GetParam()};
    std::optional<Reporting> reporting;
    Actor third = house.appoint(Role::delegate, Body::state("XXC"));
    Actor nobody = Actor::visitor();
};
INSTANTIATE_TEST_SUITE_P(Both, Asking, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Asking, EachReportIsAskedAboutAndAnsweredInWriting) {
    // REP-24: a report has a slot with what is asked about it and the response.
    EXPECT_EQ(said(ask(house.foreign, "practice")), "national_reports.no_such_released_answer");
    reporting->release();
    EXPECT_EQ(said(ask(nobody, "practice")), "identity.not_signed_in");
    EXPECT_EQ(said(ask(house.editor, "practice")), "identity.not_permitted");
    EXPECT_EQ(said(ask(house.head, "practice")), "national_reports.own_report");
    const auto asked = ask(third, "practice");
    ASSERT_TRUE(asked) << said(asked);
    EXPECT_EQ(house.newest_entry().act, "national_reports.ask_about_report");
    EXPECT_EQ(house.newest_entry().audience, Audience::everyone);
    EXPECT_EQ(fact(house.newest_entry(), "words"), "(none)"); // sealed
    EXPECT_EQ(asked_for(nobody), "practice ");
    EXPECT_EQ(answer(house.foreign, asked->id), "national_reports.asked_of_others");
    EXPECT_EQ(answer(house.editor, asked->id), "identity.not_permitted");
    EXPECT_EQ(answer(house.approver, asked->id), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.answer_about_report");
    EXPECT_EQ(answer(house.head, asked->id), "national_reports.answered_already");
    EXPECT_EQ(asked_for(nobody), "practice=Two days. ");
}

TEST_P(Asking, IsAboutOneReleasedAnswerAndNeverAboutAState) {
    // ACC-11: each names an issue, and only one that the asking State may read.
    reporting->release();
    EXPECT_EQ(said(ask(third, "")), "national_reports.no_such_released_answer");
    EXPECT_EQ(said(ask(third, "lesson")), "national_reports.no_such_released_answer");
    EXPECT_EQ(said(ask(house.foreign, "words")), "national_reports.no_such_released_answer");
    const auto asked = ask(house.foreign, "lesson");
    ASSERT_TRUE(asked) << said(asked);
    EXPECT_EQ(house.newest_entry().audience, Audience::own_delegation);
    EXPECT_EQ(asked_for(third), "");
    EXPECT_EQ(asked_for(house.foreign), "lesson ");
    EXPECT_EQ(answer(third, asked->id), "identity.not_permitted");
    // With the release what was asked about it is gone from view.
    reporting->withdraw();
    EXPECT_EQ(asked_for(house.foreign), "");
    EXPECT_EQ(answer(house.head, asked->id), "national_reports.no_such_asked");
}

TEST_P(Asking, WhatIsExpectedHasToBeSaid) {
    const auto parsed =
        input_of(Of<AskAboutReport>{})
            .parse(InputValues::from_json(R"({"state":"XXA","year":2027,"question":"practice","words":"?"})")
                       .value());
    EXPECT_EQ(said(parsed), "input.required:outcome");
}

} // namespace
} // namespace poa::national_reports::test
