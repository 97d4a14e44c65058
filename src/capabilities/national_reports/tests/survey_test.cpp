// SPDX-License-Identifier: Apache-2.0
// A survey as data: read, written, and every mistake named with its place.

#include "base/text.hpp"
#include "capabilities/national_reports/survey_check.hpp"
#include "sample_survey.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace poa::national_reports {
namespace {

using testing_surveys::sample_json;
using testing_surveys::sample_survey;

std::string fact(const Reason& reason, std::string_view name) {
    for (const auto& [key, value] : reason.facts)
        if (key == name) return value;
    return {};
}

/// "condition_value /sections/1/questions/1/shown_if/is/0", in the order found.
std::vector<std::string> found_in(std::string_view json) {
    std::vector<std::string> made;
    auto read = parse_survey(json);
    if (read) return made;
    EXPECT_EQ(read.error().kind, Refusal::Kind::bad_input);
    for (const Reason& reason : read.error().reasons)
        made.push_back(replace_all(reason.code, "national_reports.survey_", "") + " " + fact(reason, "at"));
    return made;
}

std::vector<std::string> found_with(std::string_view from, std::string_view to) {
    return found_in(replace_all(sample_json(), from, to));
}

using Found = std::vector<std::string>;

TEST(Surveys, AreReadWholeAndWrittenTheSame) {
    const Survey survey = sample_survey();
    EXPECT_EQ(survey.question_count(), 10U);
    const Question* question = survey.find("f-need");
    ASSERT_NE(question, nullptr);
    EXPECT_EQ(question->audience, Audience::member_states);
    EXPECT_EQ(question->purpose, Purpose::need);
    EXPECT_EQ(question->hint.in("fr").text, "Un par ligne");
    EXPECT_EQ(survey.section_of("f-need")->key, "norms");
    EXPECT_EQ(survey.crosswalk.front().values.front().second, "in_place");
    const std::string written = text_of(survey);
    EXPECT_EQ(parse_survey(written).value(), survey);
    EXPECT_EQ(text_of(parse_survey(written).value()), written);
    EXPECT_EQ(digest_of(survey), sha256(written));
    EXPECT_EQ(written.find('\n'), std::string::npos);
}

TEST(Surveys, EqualSurveysHaveEqualBytesHoweverTheyWereTyped) {
    const std::string spaced =
        replace_all(replace_all(sample_json(), "\":", "\" :  "), "Enquête", "Enque\u0302te");
    EXPECT_EQ(text_of(parse_survey(spaced).value()), text_of(sample_survey()));
}

TEST(Surveys, MinutesAreOfTheQuestionElseOfItsKind) {
    const Survey survey = sample_survey();
    EXPECT_EQ(minutes_of(*survey.find("f-need")), 12);
    EXPECT_EQ(minutes_of(*survey.find("f-status")), 2);
    EXPECT_EQ(minutes_of(*survey.find_section("about")), 6);
    EXPECT_EQ(survey.choices_of(*survey.find("f-status")).size(), 3U);
    EXPECT_EQ(survey.choices_of(*survey.find("f-lead")).size(), 2U);
}

TEST(Surveys, NamesOfKindsPillarsAndPurposesAreReadBack) {
    for (QuestionKind kind : all_question_kinds()) EXPECT_EQ(parse_question_kind(name_of(kind)), kind);
    for (Pillar pillar : all_pillars()) {
        EXPECT_EQ(parse_pillar(name_of(pillar)), pillar);
        EXPECT_FALSE(title_of(pillar).empty());
    }
    EXPECT_EQ(all_question_kinds().size(), 9U);
    EXPECT_EQ(parse_purpose("lesson"), Purpose::lesson);
    EXPECT_EQ(parse_purpose(""), Purpose::none);
    EXPECT_FALSE(parse_purpose("wish"));
}

TEST(Surveys, WhatIsWrongIsSaidWithItsPlace) {
    EXPECT_EQ(found_with("\"f-lead\"", "\"f-need\""), Found{"repeated_key /sections/1/questions/4/key"});
    EXPECT_EQ(found_with("\"kind\":\"number\"", "\"kind\":\"slider\""),
              Found{"unknown_value /sections/1/questions/5/kind"});
    EXPECT_EQ(found_with("\"is\":[\"law\"]", "\"is\":[\"decree\"]"),
              Found{"condition_value /sections/1/questions/2/shown_if/is/0"});
    EXPECT_EQ(found_with("{\"question\":\"f-measures\"", "{\"question\":\"f-nothing\""),
              Found{"condition_unknown /sections/1/questions/2/shown_if"});
    EXPECT_EQ(found_with("{\"question\":\"f-measures\",\"is\":[\"law\"]",
                         "{\"question\":\"f-lead\",\"is\":[\"agency\"]"),
              Found{"condition_later /sections/1/questions/2/shown_if"});
    EXPECT_EQ(found_with("{\"question\":\"f-status\",\"is\"", "{\"question\":\"since\",\"is\""),
              Found{"condition_not_closed /sections/1/questions/1/shown_if"});
    EXPECT_EQ(found_with(",\"fr\":\"Normes\"", ""), Found{"language_missing /sections/1/title"});
    EXPECT_EQ(found_with(",\"fr\":\"Un par ligne\"", ""),
              Found{"language_missing /sections/1/questions/3/hint"});
    EXPECT_EQ(found_with("\"source\":{\"document\":\"A/76/135\",\"place\":\"44\"},", ""),
              Found{"source_missing /sections/1/questions/4/source"});
    EXPECT_EQ(found_with("\"yes\":\"in_place\"", "\"yes\":\"all\""),
              Found{"crossing_value /crosswalk/0/values/yes"});
    EXPECT_EQ(found_with("\"question\":\"f-status\",\"survey\"", "\"question\":\"g-status\",\"survey\""),
              Found{"crossing_unknown /crosswalk/0/question"});
    EXPECT_EQ(found_with("\"audience\":\"member_states\"", "\"audience\":\"contacts\""),
              Found{"bad_audience /sections/1/questions/3/audience"});
    EXPECT_EQ(found_with("\"minutes\":12", "\"minutes\":601"),
              Found{"bad_minutes /sections/1/questions/3/minutes"});
    EXPECT_EQ(found_with("\"key\":\"sample\"", "\"key\":\"A sample\""), Found{"bad_key /key"});
    EXPECT_EQ(found_with("\"minutes\":12", "\"mandatory\":true"),
              Found{"unknown_member /sections/1/questions/3"});
    EXPECT_EQ(found_with("[\"en\",\"fr\"]", "[\"en\",\"fr\",\"tlh\"]").front(),
              "unknown_language /languages/2");
    EXPECT_EQ(found_with("\"languages\":[\"en\",\"fr\"],", ""), Found{"no_languages /languages"});
    EXPECT_EQ(found_with("A law", "A\\u0000law"),
              Found{"not_plain /sections/1/questions/1/options/0/label/en"});
}

TEST(Surveys, OptionsAndColumnsBelongToTheirKinds) {
    EXPECT_EQ(found_with("\"f-lead\",\"kind\":\"one_of\"", "\"f-lead\",\"kind\":\"text\""),
              Found{"not_of_kind /sections/1/questions/4/options"});
    EXPECT_EQ(found_with("\"f-list\",\"kind\":\"table\"", "\"f-list\",\"kind\":\"one_of\""),
              (Found{"options_missing /sections/1/questions/6/options",
                     "not_of_kind /sections/1/questions/6/columns"}));
    EXPECT_EQ(found_with("\"f-exercises\",\"kind\":\"number\"", "\"f-exercises\",\"kind\":\"table\""),
              Found{"columns_missing /sections/1/questions/5/columns"});
}

TEST(Surveys, AllProblemsAreSaidAtOnce) {
    const auto found = found_in(R"({"key":"","languages":[],"sections":[{"key":"a","questions":[]}]})");
    EXPECT_EQ(found, (Found{"bad_key /key", "no_languages /languages", "empty /sections/0/questions"}));
    EXPECT_EQ(found_in("[]"), Found{"shape "});
    EXPECT_EQ(parse_survey("{").error().reasons.front().code, "json.malformed");
}

TEST(Surveys, MoreThanSixHundredQuestionsAreTooMany) {
    Survey survey = sample_survey();
    const Question like = survey.sections.front().questions.front();
    auto& questions = survey.sections.front().questions;
    while (survey.question_count() < survey_questions_max)
        questions.push_back(like), questions.back().key = "q" + std::to_string(questions.size());
    EXPECT_TRUE(parse_survey(text_of(survey)));
    questions.push_back(like), questions.back().key = "one-more";
    EXPECT_EQ(found_in(text_of(survey)), Found{"too_many /sections"});
}

TEST(Surveys, ATextInALanguageToComeMayStandAlready) {
    const std::string text =
        replace_all(sample_json(), "{\"en\":\"Norms\"", "{\"es\":\"Normas\",\"en\":\"Norms\"");
    ASSERT_TRUE(parse_survey(text));
    EXPECT_EQ(found_in(replace_all(text, "[\"en\",\"fr\"]", "[\"en\",\"fr\",\"es\"]")).size(), 22U);
}

} // namespace
} // namespace poa::national_reports
