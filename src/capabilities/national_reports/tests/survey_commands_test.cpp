// SPDX-License-Identifier: Apache-2.0
// Drafting and revising surveys: who may, what is kept, what is recorded, what is refused.

#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/commands/replace_survey.hpp"
#include "capabilities/national_reports/commands/revise_survey.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "capabilities/national_reports/workbook_survey.hpp"
#include "survey_house.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace testing_surveys;
using identity::Actor;
using identity::Body;
using identity::Role;

class SurveyCommands : public testing::TestWithParam<test::Engine> {
  protected:
    Result<DraftedSurvey> draft(const Actor& actor, DraftSurvey request) {
        return house_.write([&](ledger::Work& work) { return draft_survey(work, actor, request); });
    }
    Result<DraftedSurvey> revise(const Actor& actor, ReviseSurvey request) {
        return house_.write([&](ledger::Work& work) { return revise_survey(work, actor, request); });
    }
    static DraftSurvey of_file(std::string content) {
        DraftSurvey made;
        made.file.content = std::move(content);
        return made;
    }
    static ReviseSurvey texts(std::int64_t revision, std::string section, std::string language,
                              const Fields& fields) {
        ReviseSurvey made;
        made.key = "sample";
        made.version = 1;
        made.revision = revision;
        made.section = std::move(section);
        made.language = std::move(language);
        made.texts = InputValues::from_pairs(fields);
        return made;
    }
    Survey kept(std::int64_t version = 1) {
        return house_.read([&](storage::Session& session) {
            return parse_survey(store::survey(session, "sample", version)->content).value();
        });
    }
    House house_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Both, SurveyCommands, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

TEST_P(SurveyCommands, ADraftIsKeptAndRecordedForMemberStates) {
    const auto made = draft(delegate("FJI"), of_file(sample_json()));
    ASSERT_TRUE(made) << codes_of(made.error());
    EXPECT_EQ(made->survey.version, 1);
    EXPECT_EQ(made->survey.made_by, "state:FJI");
    EXPECT_EQ(made->survey.digest, digest_of(sample_survey()));
    EXPECT_EQ(kept(), sample_survey());
    EXPECT_FALSE(house_.read([](storage::Session& s) { return store::survey_in_use(s, "sample"); }));
    EXPECT_EQ(house_.newest_leaf().find("sample"), std::string::npos) << "drafts are not for the public";
    EXPECT_EQ(draft(secretariat(), of_file(sample_json()))->survey.version, 2);
}

TEST_P(SurveyCommands, AnXlsFormIsADraftAndWhatItLeavesOutIsTold) {
    auto sheets = xlsform_of(sample_survey(), 1);
    sheets[0].rows[0].emplace_back("calculation");
    sheets[0].rows[2].resize(sheets[0].rows[0].size());
    sheets[0].rows[2].back() = "1 + 1";
    const auto made = draft(secretariat(), of_file(write_workbook(sheets)));
    ASSERT_TRUE(made) << codes_of(made.error());
    ASSERT_EQ(made->left_out.size(), 1U);
    EXPECT_EQ(made->left_out.front().what, "calculation");
    EXPECT_EQ(kept(), sample_survey());
}

TEST_P(SurveyCommands, AFileInTheShapeOfTheNationalSurveyIsTakenInWithItsNorms) {
    // REP-02: its shape is brought in as a form, and its questions are mapped to norms and to our survey.
    const auto made = draft(delegate("FJI"), of_file(survey_workbook(*shipped_survey("national-survey"), 1)));
    ASSERT_TRUE(made) << codes_of(made.error());
    EXPECT_TRUE(made->left_out.empty());
    const Survey survey = parse_survey(made->survey.content).value();
    EXPECT_EQ(survey.find("norm-f-taken")->item, "norm-f");
    const auto crossing = std::ranges::find(survey.crosswalk, "norm-f-taken", &Crossing::question);
    ASSERT_NE(crossing, survey.crosswalk.end());
    EXPECT_EQ(crossing->other_question, "norm-f-practice");
}

TEST_P(SurveyCommands, AShippedSurveyAndAVersionThereIsAreBegunFrom) {
    // REP-13: the checklist is loaded as data; REP-05: templates are versioned.
    DraftSurvey from;
    from.from = "norms-checklist";
    EXPECT_EQ(draft(secretariat(), from)->survey.version, 1);
    from.from = "norms-checklist:1";
    EXPECT_EQ(draft(secretariat(), from)->survey.version, 2);
    from.key = "our-checklist";
    const auto forked = draft(delegate("FJI"), from);
    ASSERT_TRUE(forked) << codes_of(forked.error());
    EXPECT_EQ(forked->survey.key, "our-checklist");
    from.from = "norms-checklist:9";
    EXPECT_EQ(said(draft(secretariat(), from)), "national_reports.no_such_survey @from");
    from.from = "nothing";
    EXPECT_EQ(said(draft(secretariat(), from)), "national_reports.no_such_survey @from");
    EXPECT_EQ(said(draft(secretariat(), {})), "national_reports.survey_from_nothing @file");
}

TEST_P(SurveyCommands, WhatIsWrongInAFileIsAllSaidAndNothingIsKept) {
    const auto before = house_.journal_size();
    const auto refused = draft(secretariat(), of_file(R"({"key":"a","languages":["en"],"sections":[]})"));
    EXPECT_EQ(said(refused), "national_reports.survey_language_missing @file; "
                             "national_reports.survey_empty @file");
    EXPECT_EQ(said(draft(secretariat(), of_file("PK nothing"))),
              "national_reports.workbook_unreadable @file");
    DraftSurvey renamed = of_file(sample_json());
    renamed.key = "No Key";
    EXPECT_EQ(said(draft(secretariat(), renamed)), "national_reports.survey_bad_key @key");
    EXPECT_EQ(house_.journal_size(), before);
}

TEST_P(SurveyCommands, OnlyDelegationsAndTheSecretariatDraft) {
    EXPECT_EQ(said(draft(Actor::visitor(), of_file(sample_json()))), "identity.not_signed_in");
    for (Role role : {Role::report_editor, Role::technical_contact})
        EXPECT_EQ(said(draft(acting(role, Body::state("FJI")), of_file(sample_json()))),
                  "identity.not_permitted");
    EXPECT_EQ(said(draft(acting(Role::representative, Body::organisation("a-body")), of_file(sample_json()))),
              "identity.not_permitted");
    EXPECT_EQ(draft(Actor::operator_(), of_file(sample_json()))->survey.made_by, "operator");
}

TEST_P(SurveyCommands, TextsAreChangedOneByOneInOneLanguage) {
    ASSERT_TRUE(draft(delegate("FJI"), of_file(sample_json())));
    const auto made = revise(delegate("FJI"), texts(1, "norms", "es",
                                                    {{"section.title", "Normas"},
                                                     {"f-status.label", " Norma F "},
                                                     {"f-measures.option.law", "Una ley"},
                                                     {"f-list.column.body", "Órgano"}}));
    ASSERT_TRUE(made) << codes_of(made.error());
    EXPECT_EQ(made->survey.revision, 2);
    const Survey survey = kept();
    EXPECT_EQ(survey.find("f-status")->label.in("es").text, "Norma F");
    EXPECT_EQ(survey.find("f-status")->label.in("en").text, "Norm F");
    EXPECT_EQ(survey.find("f-measures")->options.front().label.in("es").text, "Una ley");
    EXPECT_EQ(made->survey.digest, digest_of(survey));
    ASSERT_TRUE(revise(delegate("FJI"), texts(2, "", "fr", {{"title", "Autre"}, {"level.none", "Rien"}})));
    EXPECT_EQ(kept().title.in("fr").text, "Autre");
}

TEST_P(SurveyCommands, ATextOfADeclaredLanguageIsNotTakenAway) {
    ASSERT_TRUE(draft(delegate("FJI"), of_file(sample_json())));
    const auto with = [&](const Fields& fields) {
        return said(revise(delegate("FJI"), texts(1, "norms", "fr", fields)));
    };
    EXPECT_EQ(with({{"f-status.label", ""}, {"f-lead.label", "x\x01"}}),
              "input.required @texts.f-status.label; input.not_text @texts.f-lead.label");
    EXPECT_EQ(with({{"f-wrong.label", "x"}}), "national_reports.no_such_text @texts.f-wrong.label");
    EXPECT_EQ(with({{"f-status.label", std::string(2001, 'x')}}), "input.too_long @texts.f-status.label");
    EXPECT_EQ(with({{"f-need.hint", ""}}), "national_reports.survey_language_missing");
    auto nowhere = texts(1, "nowhere", "fr", {});
    EXPECT_EQ(said(revise(delegate("FJI"), nowhere)), "national_reports.no_such_section @section");
    auto declared = texts(1, "", "es", {{"title", "Encuesta"}});
    declared.languages = {"en", "es"};
    EXPECT_FALSE(revise(delegate("FJI"), declared)) << "not yet complete in Spanish";
    EXPECT_EQ(kept(), sample_survey());
}

TEST_P(SurveyCommands, ARevisionIsOfTheDraftThatWasSeenAndOfItsOwnBody) {
    ASSERT_TRUE(draft(delegate("FJI"), of_file(sample_json())));
    const auto change = texts(1, "", "fr", {{"title", "Autre"}});
    EXPECT_EQ(said(revise(delegate("SUR"), change)), "national_reports.survey_of_others");
    EXPECT_EQ(said(revise(secretariat(), change)), "national_reports.survey_of_others");
    ASSERT_TRUE(revise(delegate("FJI"), change));
    EXPECT_EQ(said(revise(delegate("FJI"), change)), "national_reports.survey_changed_meanwhile");
    auto missing = change;
    missing.version = 7;
    EXPECT_EQ(said(revise(delegate("FJI"), missing)), "national_reports.no_survey");
    EXPECT_EQ(kept().title.in("fr").text, "Autre");
}

TEST_P(SurveyCommands, AWholeDraftIsReplacedUnderItsKey) {
    ASSERT_TRUE(draft(delegate("FJI"), of_file(sample_json())));
    const auto replace = [&](const Actor& actor, std::int64_t revision, std::string content) {
        ReplaceSurvey request{"sample", 1, revision, {}};
        request.file.content = std::move(content);
        return said(house_.write([&](ledger::Work& work) { return replace_survey(work, actor, request); }));
    };
    const std::string longer = replace_all(sample_json(), "Norm F", "The norm F");
    EXPECT_EQ(replace(delegate("SUR"), 1, longer), "national_reports.survey_of_others");
    EXPECT_EQ(replace(delegate("FJI"), 1, text_of(*shipped_survey("status-form"))),
              "national_reports.survey_key_stays @file");
    EXPECT_EQ(replace(delegate("FJI"), 1, "[]"), "national_reports.survey_shape @file");
    EXPECT_EQ(replace(delegate("FJI"), 1, longer), "done");
    EXPECT_EQ(replace(delegate("FJI"), 1, longer), "national_reports.survey_changed_meanwhile");
    EXPECT_EQ(kept().find("f-status")->label.in("en").text, "The norm F");
}

TEST_P(SurveyCommands, WhatTheCommandLineDraftedTheSecretariatGoesOnWith) {
    ASSERT_TRUE(draft(Actor::operator_(), of_file(sample_json())));
    EXPECT_TRUE(revise(secretariat(), texts(1, "", "fr", {{"title", "Autre"}})));
}

} // namespace
} // namespace poa::national_reports
