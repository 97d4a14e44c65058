// SPDX-License-Identifier: Apache-2.0
// Stages, what a release holds, how far a report is, and what is filled in beforehand.
#include "capabilities/national_reports/crosswalk.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

using Stage = ReportStage;
using Verb = ReportVerb;

TEST(ReportSteps, AreAllThereAre) {
    // A table a lawyer can read: from each stage, where each act leads; "-" is refused.
    const std::pair<Stage, std::array<const char*, 6>> table[] = {
        // save, put up, send back, submit, revise, withdraw
        {Stage::open, {"open", "approving", "-", "-", "-", "-"}},
        {Stage::approving, {"open", "-", "open", "submitted", "-", "open"}},
        {Stage::submitted, {"revising", "-", "-", "-", "revising", "withdrawn"}},
        {Stage::revising, {"revising", "approving", "-", "-", "-", "open"}},
        {Stage::withdrawn, {"open", "-", "-", "-", "open", "-"}},
    };
    const Verb verbs[] = {Verb::save,   Verb::put_up, Verb::send_back,
                          Verb::submit, Verb::revise, Verb::withdraw};
    for (const auto& [stage, row] : table)
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto next = after(stage, verbs[i]);
            EXPECT_EQ(next ? name_of(*next) : "-", row[i]) << name_of(stage) << " " << name_of(verbs[i]);
            if (!next) {
                EXPECT_EQ(said(next), "national_reports.not_at_this_stage");
            }
        }
}

TEST(ReportSteps, LeaveAReleaseStandingThatIsBeingRevised) {
    EXPECT_EQ(after(Stage::approving, Verb::send_back, true), Stage::revising);
    EXPECT_EQ(after(Stage::approving, Verb::save, true), Stage::revising);
    EXPECT_EQ(after(Stage::approving, Verb::save, false), Stage::open);
    EXPECT_EQ(after(Stage::approving, Verb::withdraw, true), Stage::open);
}

HeldAnswer held_choice(const char* key, bool confirmed = true) {
    HeldAnswer held;
    held.answer.chosen = {key};
    held.confirmed = confirmed;
    held.revision = 1;
    return held;
}
HeldAnswer held_text(const char* text, bool confirmed = true) {
    HeldAnswer held;
    held.answer.text = text;
    held.confirmed = confirmed;
    held.revision = 1;
    return held;
}
std::vector<std::string> keys(const std::vector<ReleasedAnswer>& release) {
    std::vector<std::string> made;
    for (const ReleasedAnswer& answer : release) made.push_back(answer.question);
    return made;
}
using Keys = std::vector<std::string>;

TEST(Releases, HoldWhatIsConfirmedAnsweredAndAsked) {
    const Survey survey = sample_survey();
    HeldAnswers answers{{"staff", held_text("12")},
                        {"about", held_text("Text")},
                        {"strategy", held_choice("in_place")},
                        {"bodies", held_choice("cert", false)},
                        {"page", HeldAnswer{}}};
    EXPECT_EQ(keys(releasable(survey, answers)), (Keys{"strategy", "about", "staff"}));
    EXPECT_EQ(unconfirmed(answers), 1);
    answers["strategy"] = held_choice("none");
    EXPECT_EQ(keys(releasable(survey, answers)), (Keys{"strategy", "staff"}));
    answers.erase("strategy");
    EXPECT_EQ(keys(releasable(survey, answers)), (Keys{"staff"}));
}

TEST(Releases, DoNotAskWhatHangsOnAnAnswerLeftOver) {
    Survey survey = sample_survey();
    Question third = question("third", QuestionKind::text);
    third.shown_if = Condition{"second", {"yes"}};
    Question second = question("second", QuestionKind::one_of);
    second.options = {option("yes"), option("no")};
    second.shown_if = Condition{"point", {"yes"}};
    survey.sections[1].questions = {second, third};
    HeldAnswers answers{
        {"point", held_choice("yes")}, {"second", held_choice("yes")}, {"third", held_text("x")}};
    EXPECT_EQ(releasable(survey, answers).size(), 3);
    answers["point"] = held_choice("no");
    EXPECT_EQ(keys(releasable(survey, answers)), (Keys{"point"}));
}

TEST(Releases, HaveADigestOfEverythingInThem) {
    const Survey survey = sample_survey();
    HeldAnswers answers{{"staff", held_text("12")}, {"strategy", held_choice("in_place")}};
    const auto first = releasable(survey, answers);
    const Sha256 digest = digest_of(first);
    EXPECT_EQ(digest, digest_of(releasable(survey, answers)));
    answers["staff"].sharing.audience = Audience::everyone;
    EXPECT_NE(digest, digest_of(releasable(survey, answers)));
    answers["staff"].sharing = {};
    answers["staff"].answer.note = "n";
    EXPECT_NE(digest, digest_of(releasable(survey, answers)));
}

TEST(Progress, CountsWhatIsAskedAndTheMinutesLeft) {
    // REP-15: the burden of what is left is told in minutes.
    const Survey survey = sample_survey();
    HeldAnswers answers;
    auto progress = progress_of(survey, answers);
    ASSERT_EQ(progress.size(), 2);
    EXPECT_EQ(progress[0].asked, 3); // "about" is not asked yet
    const std::int64_t before = progress[0].minutes_left;
    answers["strategy"] = held_choice("in_place");
    progress = progress_of(survey, answers);
    EXPECT_EQ(progress[0].asked, 4);
    EXPECT_EQ(progress[0].answered, 1);
    EXPECT_EQ(progress[0].minutes_left, before - minutes_of(*survey.find("strategy")) + 20);
    answers["strategy"].confirmed = false;
    progress = progress_of(survey, answers);
    EXPECT_EQ(progress[0].to_confirm, 1);
    EXPECT_EQ(progress[0].minutes_left, before - minutes_of(*survey.find("strategy")) + 21);
}

TEST(Prefilling, TakesTheNewestAnswerToTheSameQuestion_REP_15) {
    const Survey survey = sample_survey(), other = other_survey();
    HeldAnswers old{
        {"staff", held_text("5")}, {"strategy", held_choice("none")}, {"about", held_text("Old")}};
    HeldAnswers newer{{"staff", held_text("9", false)}, {"strategy", held_choice("in_place")}};
    newer["strategy"].sharing.audience = Audience::member_states;
    const auto made = prefilled(survey, {{"short-form", "report:3", &other, {{"staff", held_text("77")}}},
                                         {"framework-survey", "report:2", &survey, newer},
                                         {"framework-survey", "report:1", &survey, old}});
    ASSERT_EQ(made.size(), 3);
    EXPECT_EQ(made.at("strategy").answer.chosen, Keys{"in_place"});
    EXPECT_EQ(made.at("strategy").origin, "report:2");
    EXPECT_EQ(made.at("strategy").sharing.audience, Audience::member_states);
    EXPECT_FALSE(made.at("strategy").confirmed);
    // What was filled in and never confirmed was never said: the one before counts.
    EXPECT_EQ(made.at("staff").answer.text, "5");
    EXPECT_EQ(made.at("about").origin, "report:1");
}

TEST(Prefilling, TakesAPracticeThatTheStateSharedElsewhere) {
    const Survey survey = sample_survey();
    HeldAnswers made;
    fill_in_practices(survey,
                      {{"norm-g", "note:1", "Else"},
                       {"norm-f", "note:2", "Old"},
                       {"norm-f", "note:3", "New"},
                       {"norm-f", "note:4", std::string(200'001, 'x')}},
                      made);
    ASSERT_EQ(made.size(), 1);
    EXPECT_EQ(made.at("about").answer.text, "New") << "the newest that fits";
    EXPECT_EQ(made.at("about").origin, "note:3");
    EXPECT_FALSE(made.at("about").confirmed);
    EXPECT_EQ(made.at("about").sharing.audience, Audience::own_delegation);
    HeldAnswers reported{{"about", held_text("Reported")}};
    fill_in_practices(survey, {{"norm-f", "note:2", "Old"}}, reported);
    EXPECT_EQ(reported.at("about").answer.text, "Reported") << "a report goes before";
}

TEST(Prefilling, CrossesFromAnotherSurveyWhereItSaysSo) {
    const Survey survey = sample_survey(), other = other_survey();
    const auto from = [&](const char* level) {
        return prefilled(other,
                         {{"framework-survey", "report:1", &survey, {{"strategy", held_choice(level)}}}});
    };
    EXPECT_EQ(from("in_place").at("plan").answer.chosen, Keys{"yes"});
    EXPECT_EQ(from("none").at("plan").answer.chosen, Keys{"no"});
    EXPECT_TRUE(from("developing").empty()); // says nothing that the other survey offers
}

TEST(Prefilling, LeavesOutWhatDoesNotFitAnyMore) {
    Survey survey = sample_survey();
    const HeldAnswers answers{
        {"strategy", held_choice("perfect")}, {"staff", held_text("5")}, {"gone", held_text("x")}};
    EXPECT_EQ(prefilled(survey, {{"framework-survey", "report:1", &survey, answers}}).size(), 1);
    EXPECT_EQ(not_fitting(survey, answers), (Keys{"gone", "strategy"}));
}

} // namespace
} // namespace poa::national_reports::test
