// SPDX-License-Identifier: Apache-2.0
// XLSForm in and out: what is the same, what is refused with its cell, what is left out and said.

#include "capabilities/national_reports/workbook.hpp"
#include "capabilities/national_reports/xlsform.hpp"
#include "sample_survey.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace poa::national_reports {
namespace {

using testing_surveys::sample_survey;
using Rows = std::vector<std::vector<std::string>>;

const Rows choices = {
    {"list_name", "name", "label::English (en)"}, {"yes_no", "yes", "Yes"}, {"yes_no", "no", "No"}};
const Rows settings = {{"form_title", "form_id"}, {"A form", "a-form"}};

std::vector<Sheet> form_of(Rows rows) {
    rows.insert(rows.begin(), {"type", "name", "label::English (en)", "relevant", "constraint", "required"});
    return {{"survey", std::move(rows)}, {"choices", choices}, {"settings", settings}};
}

/// "xlsform_no_list survey!A2".
std::vector<std::string> found_in(Rows rows) {
    std::vector<std::string> made;
    const auto read = read_xlsform(form_of(std::move(rows)));
    if (read) return made;
    for (const Reason& reason : read.error().reasons)
        made.push_back(reason.code.substr(std::string("national_reports.").size()) + " " +
                       reason.facts.front().second);
    return made;
}
using Found = std::vector<std::string>;

TEST(XlsForm, WhatIsWrittenIsReadAsTheSameSurvey) {
    const Survey survey = sample_survey();
    const auto sheets = xlsform_of(survey, 3);
    ASSERT_EQ(sheets.size(), 4U);
    EXPECT_EQ(sheets[2].rows[1][2], "3");
    const auto read = read_xlsform(sheets);
    ASSERT_TRUE(read) << read.error().reasons.front().code;
    EXPECT_EQ(text_of(read->survey), text_of(survey));
    EXPECT_TRUE(read->left_out.empty());
}

TEST(XlsForm, AWorkbookOfItIsReadAsTheSameSurvey) {
    const Survey survey = sample_survey();
    const auto sheets = read_workbook(write_workbook(xlsform_of(survey, 1)));
    ASSERT_TRUE(sheets);
    const auto read = read_xlsform(*sheets);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->survey, survey);
}

TEST(XlsForm, AFormFromElsewhereBecomesASurvey) {
    const auto read = read_xlsform(form_of({{"begin group", "first", "First part"},
                                            {"note", "n1", "Please read this."},
                                            {"select_one yes_no", "has_law", "Is there a law?"},
                                            {"text", "which", "Which?", "${has_law} = 'yes'"},
                                            {"end group"},
                                            {"integer", "how-many", "How many?"},
                                            {"begin_repeat", "bodies", "Bodies"},
                                            {"text", "body", "Body"},
                                            {"end_repeat"}}));
    ASSERT_TRUE(read) << read.error().reasons.front().code
                      << read.error().reasons.front().facts.front().second;
    const Survey& survey = read->survey;
    EXPECT_EQ(survey.key, "a-form");
    EXPECT_EQ(survey.title.in("en").text, "A form");
    EXPECT_EQ(survey.languages, std::vector<std::string>{"en"});
    ASSERT_EQ(survey.sections.size(), 2U);
    EXPECT_EQ(survey.sections[0].about.in("en").text, "Please read this.");
    EXPECT_EQ(survey.sections[1].key, "general");
    EXPECT_EQ(survey.find("has_law")->kind, QuestionKind::one_of);
    EXPECT_EQ(survey.find("which")->shown_if, (Condition{"has_law", {"yes"}}));
    EXPECT_EQ(survey.find("bodies")->columns.front().key, "body");
}

TEST(XlsForm, EveryMistakeIsSaidWithSheetColumnAndRow) {
    EXPECT_EQ(
        found_in({{"select_one nothing", "a", "A"},
                  {"geopoint", "b", "B"},
                  {"text", "c", ""},
                  {"text", "C D", "D"},
                  {"text", "e", "E", "${z} > 3"},
                  {"text", "f", "F", "${z} = 'yes'"},
                  {"end_group"},
                  {"begin_repeat", "g", "G"}}),
        (Found{"xlsform_no_list survey!A2", "xlsform_unknown_type survey!A3", "xlsform_condition survey!D6",
               "xlsform_not_open survey!A8", "xlsform_not_closed survey!A10",
               "survey_language_missing survey!C4", "survey_bad_key survey!B5",
               "survey_condition_unknown survey!D7", "survey_columns_missing survey!A9"}));
    EXPECT_EQ(
        found_in({{"begin_group", "a", "A"}, {"begin_group", "b", "B"}, {"text", "c", "C"}, {"end_group"}}),
        Found{"xlsform_nested_group survey!A3"});
    EXPECT_EQ(read_xlsform(std::vector<Sheet>{}).error().reasons.front().code,
              "national_reports.xlsform_no_sheet");
}

TEST(XlsForm, AProblemOfAnOptionIsSaidWhereTheOptionStands) {
    auto sheets = form_of({{"select_one yes_no", "a", "A"}});
    sheets[1].rows[2][2] = "";
    const auto read = read_xlsform(sheets);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().reasons.front().facts.front().second, "choices!C3");
}

TEST(XlsForm, WhatASurveyHasNotIsLeftOutAndListed) {
    const auto read = read_xlsform(form_of({{"start", "began"},
                                            {"calculate", "sum"},
                                            {"text", "a", "A", "", "string-length(.) < 9", "yes"},
                                            {"note", "late", "A late note"}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->left_out, (std::vector<LeftOut>{{"survey!A2", "start", "began"},
                                                    {"survey!A3", "calculate", "sum"},
                                                    {"survey!E4", "constraint", "string-length(.) < 9"},
                                                    {"survey!F4", "required", "yes"},
                                                    {"survey!A5", "note", "late"}}));
}

TEST(XlsForm, AConditionIsOneQuestionWithSomeValues) {
    const auto condition_of = [](std::string written) {
        const auto read = read_xlsform(
            form_of({{"select_multiple yes_no", "q", "Q"}, {"text", "a", "A", std::move(written)}}));
        return read ? read->survey.find("a")->shown_if : std::nullopt;
    };
    const Condition both{"q", {"yes", "no"}};
    EXPECT_EQ(condition_of("selected(${q}, 'yes') or selected(${q},\"no\")"), both);
    EXPECT_EQ(condition_of("(${q}='yes' or (${q} = 'no'))"), both);
    EXPECT_EQ(condition_of("selected(${q}, 'yes') and selected(${q}, 'no')"), std::nullopt);
    EXPECT_EQ(condition_of("not(selected(${q}, 'yes'))"), std::nullopt);
    EXPECT_EQ(condition_of("${q} = 'yes' or ${r} = 'no'"), std::nullopt);
    EXPECT_EQ(condition_of("selected(${q}, 'yes'"), std::nullopt);
}

} // namespace
} // namespace poa::national_reports
