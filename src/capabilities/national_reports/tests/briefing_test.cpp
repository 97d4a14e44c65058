// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/briefing.hpp"
#include "capabilities/national_reports/survey_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace poa::national_reports {
namespace {

YearOfIndicator counted(const std::vector<std::int64_t>& numbers) {
    YearOfIndicator year;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        year.world.values.push_back({std::string(1, static_cast<char>('a' + i)), {}, numbers[i], true});
    return year;
}
std::string levels_of(const std::vector<NamedAnswer>& named) {
    std::string levels;
    for (const NamedAnswer& answer : named) levels += static_cast<char>('a' + answer.level);
    return levels;
}

TEST(Briefing, TheAnswersNamedMostOftenAreNamed) {
    EXPECT_EQ(levels_of(named_most(counted({1, 5, 0, 3}), 3)), "bda");
    EXPECT_EQ(levels_of(named_most(counted({1, 5, 2, 3}), 2)), "bd");
    EXPECT_EQ(levels_of(named_most(counted({0, 0}), 3)), "");
}

TEST(Briefing, NothingChoosesBetweenThoseNamedEquallyOften) {
    EXPECT_EQ(levels_of(named_most(counted({4, 2, 2, 2}), 3)), "a");
    EXPECT_EQ(levels_of(named_most(counted({2, 2, 2, 2}), 3)), "");
    EXPECT_EQ(levels_of(named_most(counted({2, 2, 2}), 3)), "abc");
}

Survey shipped_survey(const std::string& key) {
    std::ifstream file(std::string(POA_SOURCE_DIR) + "/data/surveys/" + key + ".json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto survey = parse_survey(text.str());
    EXPECT_TRUE(survey.has_value()) << key;
    return survey.value_or(Survey{});
}

// ACC_10: what is measured is what is asked: each source of an indicator is a question of a shipped survey.
TEST(Briefing, IndicatorsAreReadFromQuestionsThatAreAsked_ACC_10) {
    std::map<std::string, Survey> surveys;
    for (const Indicator& indicator : shipped_indicators().indicators)
        for (const IndicatorSource& source : indicator.sources) {
            const std::string where = indicator.key + ": " + source.survey + "/" + source.question;
            const auto [survey, is_new] = surveys.try_emplace(source.survey);
            if (is_new) survey->second = shipped_survey(source.survey);
            const Question* question = survey->second.find(source.question);
            ASSERT_NE(question, nullptr) << where;
            std::vector<std::string> values;
            for (const Option& option : survey->second.choices_of(*question)) values.push_back(option.key);
            EXPECT_EQ(source.values, values) << where;
            EXPECT_EQ(source.several, question->kind == QuestionKind::several_of) << where;
            EXPECT_EQ(source.conditional, question->shown_if.has_value()) << where;
            EXPECT_EQ(indicator.item.empty() || question->item.empty() || indicator.item == question->item,
                      true)
                << where;
        }
}

TEST(Briefing, AchievementsAreReadFromQuestionsThatAreAsked) {
    const Survey survey = shipped_survey("framework-survey");
    for (const AchievementQuestion& question : achievement_questions()) {
        EXPECT_EQ(question.survey, survey.key);
        const Question* found = survey.find(question.question);
        ASSERT_NE(found, nullptr) << question.question;
        EXPECT_EQ(found->item, question.item) << question.question;
    }
}

} // namespace
} // namespace poa::national_reports
