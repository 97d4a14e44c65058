// SPDX-License-Identifier: Apache-2.0
// A decision puts a draft in use: the draft that was read, and no other.

#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/commands/revise_survey.hpp"
#include "capabilities/national_reports/survey_change.hpp"
#include "survey_house.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports {
namespace {

using namespace testing_surveys;
namespace clause = charter::clause;

class SurveyAdoption : public testing::TestWithParam<test::Engine> {
  protected:
    static KeptSurvey draft(House& house, std::string json) {
        DraftSurvey request;
        request.file.content = std::move(json);
        return house.write([&](ledger::Work& work) { return draft_survey(work, secretariat(), request); })
            .value()
            .survey;
    }
    static Fields naming(const KeptSurvey& survey) {
        return {{"survey", survey.key},
                {"version", std::to_string(survey.version)},
                {"sha256", survey.digest.hex()}};
    }
};
INSTANTIATE_TEST_SUITE_P(Both, SurveyAdoption, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

TEST_P(SurveyAdoption, PutsTheDraftInUseAndOnTheRegister) {
    // REP-06: a template is in use by a decision and in no other way; REP-05: in versions.
    House house(GetParam());
    const KeptSurvey first = draft(house, sample_json());
    EXPECT_FALSE(house.read([](storage::Session& s) { return store::survey_in_use(s, "sample"); }));
    ASSERT_EQ(house.adopt(naming(first)), "done");
    const auto used = house.read([](storage::Session& s) { return store::survey_in_use(s, "sample"); });
    ASSERT_TRUE(used);
    EXPECT_EQ(used->digest, first.digest);
    EXPECT_TRUE(used->decision.starts_with("DEC/"));
    const auto agreed = house.read([](storage::Session& s) {
        return decisions::store::agreed_now(s, decisions::AgreedKind::survey_template, "sample");
    });
    ASSERT_TRUE(agreed);
    EXPECT_EQ(agreed->at("version"), "1");
    EXPECT_EQ(agreed->at("sha256"), first.digest.hex());

    const KeptSurvey second = draft(
        house, replace_all(replace_all(sample_json(), "\"f-lead\"", "\"f-leader\""), "Sectors", "Areas"));
    std::vector<decisions::Change> changes;
    EXPECT_EQ(house.check(naming(second), &changes), "would change");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].before, "sample 1");
    EXPECT_EQ(changes[0].after, "sample 2");
    EXPECT_EQ(changes[1].after, "10 (+1 −1 ~1)");
    ASSERT_EQ(house.adopt(naming(second)), "done");
    EXPECT_EQ(house.read([](storage::Session& s) { return store::survey(s, "sample", 1)->stage; }),
              SurveyStage::replaced);
    EXPECT_EQ(house.adopt(naming(first)), "national_reports.survey_not_draft @version");
}

TEST_P(SurveyAdoption, IsOfTheDraftThatWasRead) {
    House house(GetParam());
    const KeptSurvey first = draft(house, sample_json());
    ReviseSurvey change;
    change.key = "sample";
    change.version = change.revision = 1;
    change.language = "en";
    change.texts = InputValues::from_pairs(Fields{{"title", "Another"}});
    ASSERT_TRUE(house.write([&](ledger::Work& work) { return revise_survey(work, secretariat(), change); }));
    EXPECT_EQ(house.adopt(naming(first)), "national_reports.survey_other_digest @sha256");
    EXPECT_EQ(house.check({{"survey", "nothing"}, {"version", "1"}, {"sha256", "0"}}),
              "national_reports.no_such_draft @survey");
    EXPECT_FALSE(house.read([](storage::Session& s) { return store::survey_in_use(s, "sample"); }));
}

TEST_P(SurveyAdoption, NeedsACharterThatHasASurvey) {
    const auto with = [](std::vector<std::string> instruments) {
        return charter::Presets::shipped().agreed().with(clause::reporting::instruments.index,
                                                         std::move(instruments), "test");
    };
    House without(GetParam(), with({"existing_reports"}));
    EXPECT_EQ(without.check(naming(draft(without, sample_json()))), "decisions.charter_has_none 12.1");
    House own(GetParam(), with({"existing_reports", "own_form"}));
    EXPECT_EQ(own.check(naming(draft(own, sample_json()))), "would change");
}

TEST(SurveyChanges, AreToldQuestionByQuestion) {
    const Survey before = sample_survey();
    Survey after = before;
    auto& norms = after.sections[1].questions;
    norms[0].label.by["fr"] = "Norme F ?";
    norms[1].options.pop_back();
    norms[2].shown_if.reset();
    norms[3].minutes = 20;
    norms.erase(norms.begin() + 7);
    after.sections[0].questions.push_back(before.sections[0].questions[0]);
    after.sections[0].questions.back().key = "more";
    using enum SurveyChangeKind;
    EXPECT_EQ(
        changes_between(before, after),
        (std::vector<SurveyChange>{{added, "more", "about", "", "", "", "Who filled it in?"},
                                   {changed, "f-status", "norms", "label", "fr", "Norme F", "Norme F ?"},
                                   {changed, "f-measures", "norms", "options", "", "law, policy", "law"},
                                   {changed, "f-law", "norms", "shown_if", "", "f-measures: law", ""},
                                   {changed, "f-need", "norms", "minutes", "", "12", "20"},
                                   {removed, "f-file", "norms", "", "", "Evidence", ""}}));
    EXPECT_TRUE(changes_between(before, before).empty());
}

} // namespace
} // namespace poa::national_reports
