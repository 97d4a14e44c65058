// SPDX-License-Identifier: Apache-2.0
// The surveys that come with the program: whole, and their crosswalks name what is there.

#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/xlsform.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace poa::national_reports {
namespace {

bool is_choice(const Survey& survey, const Question& question, std::string_view key) {
    const auto choices = survey.choices_of(question);
    return std::ranges::find(choices, key, &Option::key) != choices.end();
}

/// Of the surveys of REP_02 (the national survey's shape), REP_03 (an own form) and REP_13 (the checklist).
TEST(ShippedSurveys, AreReadWholeInSixLanguages) {
    ASSERT_EQ(shipped_surveys().size(), 7U);
    EXPECT_EQ(shipped_surveys().front().key, "framework-survey");
    for (const char* key : {"national-survey", "norms-checklist", "status-form", "maturity-model",
                            "index-pillars", "response-team"})
        EXPECT_NE(shipped_survey(key), nullptr) << key;
    for (const Survey& survey : shipped_surveys()) {
        EXPECT_EQ(survey.languages, (std::vector<std::string>{"ar", "zh", "en", "fr", "ru", "es"}))
            << survey.key;
        EXPECT_EQ(read_xlsform(xlsform_of(survey, 1))->survey, survey) << survey.key;
    }
}

TEST(ShippedSurveys, TheFrameworkIsAskedWholeWithASourceBesideEachQuestion) {
    // REP-05: a harmonised template on the whole framework, each question with the passage it rests on.
    const Survey& survey = *shipped_survey("framework-survey");
    EXPECT_GE(survey.question_count(), 80U);
    EXPECT_LE(survey.question_count(), 120U);
    for (const Pillar pillar : all_pillars())
        EXPECT_TRUE(std::ranges::any_of(survey.sections, [&](const Section& one) {
            return one.pillar == pillar;
        })) << name_of(pillar);
    for (char letter = 'a'; letter <= 'k'; ++letter) {
        const std::string item = std::string("norm-") + letter;
        const Question* status = survey.find(item + "-status");
        ASSERT_NE(status, nullptr) << item;
        EXPECT_EQ(status->item, item);
        EXPECT_EQ(status->source, (Source{"A/70/174", std::string("13 (") + letter + ")"}));
        EXPECT_EQ(survey.find(item + "-needs")->purpose, Purpose::need);
        EXPECT_EQ(survey.find(item + "-challenges")->purpose, Purpose::challenge);
        EXPECT_EQ(survey.find(item + "-practice")->purpose, Purpose::practice);
    }
}

TEST(ShippedSurveys, EachConfidenceBuildingMeasureIsReportedOn_REP_34) {
    const Survey& survey = *shipped_survey("framework-survey");
    for (int number = 1; number <= 8; ++number) {
        const std::string measure = "cbm-" + std::to_string(number);
        const Question* question = survey.find(measure);
        ASSERT_NE(question, nullptr) << measure;
        EXPECT_EQ(question->item, measure);
        EXPECT_EQ(question->kind, QuestionKind::status);
        EXPECT_EQ(survey.section_of(measure)->pillar, Pillar::confidence_building);
    }
}

TEST(ShippedSurveys, TheChecklistHasAStatusForEachNormAndEachAction) {
    // REP-12: per norm, status levels; REP-13: the checklist is data.
    const Survey& survey = *shipped_survey("norms-checklist");
    ASSERT_EQ(survey.sections.size(), 11U);
    ASSERT_EQ(survey.levels.size(), 3U);
    for (const Section& section : survey.sections)
        EXPECT_GE(std::ranges::count(section.questions, QuestionKind::status, &Question::kind), 4)
            << section.key;
}

TEST(ShippedSurveys, TheResponseTeamIsAskedForDetectionAndIntervention) {
    // REP-31: fields of the maturity of incident response, in steps that the State names itself.
    const Survey& survey = *shipped_survey("response-team");
    EXPECT_EQ(survey.levels.size(), 5U);
    for (const char* section : {"detection", "intervention"}) {
        const Section* found = survey.find_section(section);
        ASSERT_NE(found, nullptr) << section;
        EXPECT_GE(std::ranges::count(found->questions, QuestionKind::status, &Question::kind), 4);
    }
}

TEST(ShippedSurveys, CrosswalksNameQuestionsAndAnswersThatAreThere) {
    // REP-03: the own survey and the national survey's shape are crossed both ways; REP-32: so is the
    // maturity model.
    for (const Survey& survey : shipped_surveys())
        for (const Crossing& crossing : survey.crosswalk) {
            const Survey* other = shipped_survey(crossing.survey);
            ASSERT_NE(other, nullptr) << survey.key << " " << crossing.survey;
            const Question* asked = other->find(crossing.other_question);
            ASSERT_NE(asked, nullptr) << survey.key << " " << crossing.other_question;
            for (const auto& [theirs, own] : crossing.values)
                EXPECT_TRUE(is_choice(*other, *asked, theirs))
                    << survey.key << " " << crossing.question << theirs;
            const Question* own = survey.find(crossing.question);
            const bool closed = !survey.choices_of(*own).empty();
            EXPECT_EQ(closed, !other->choices_of(*asked).empty()) << survey.key << " " << crossing.question;
            if (!closed) continue;
            for (const Option& option : other->choices_of(*asked))
                EXPECT_TRUE(is_choice(survey, *own, option.key) ||
                            std::ranges::any_of(crossing.values,
                                                [&](const auto& pair) { return pair.first == option.key; }))
                    << survey.key << " " << crossing.question << ": what becomes of " << option.key;
        }
    const auto crosses = [](const char* survey, const char* other) {
        return std::ranges::count(shipped_survey(survey)->crosswalk, other, &Crossing::survey);
    };
    EXPECT_GE(crosses("framework-survey", "national-survey"), 30);
    EXPECT_GE(crosses("national-survey", "framework-survey"), 30);
    EXPECT_GE(crosses("framework-survey", "norms-checklist"), 11);
    EXPECT_GE(crosses("framework-survey", "maturity-model"), 1);
    EXPECT_GE(crosses("framework-survey", "index-pillars"), 1);
}

TEST(ShippedSurveys, NoneSpeaksOfScoresOrMustBeAnswered) {
    for (const Embedded& file : survey_files()) {
        EXPECT_EQ(file.content.find("mandatory\":"), std::string_view::npos) << file.path;
        EXPECT_EQ(file.content.find("\"required\""), std::string_view::npos) << file.path;
        EXPECT_EQ(file.content.find("score\":"), std::string_view::npos) << file.path;
    }
}

} // namespace
} // namespace poa::national_reports
