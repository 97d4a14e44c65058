// SPDX-License-Identifier: Apache-2.0
#include "base/json_value.hpp"
#include "sample_questions.hpp"

#include <boost/json/value.hpp>

namespace poa::views::test {
namespace {

const Variable& question(const char* key) {
    static const QuestionSet questions = sample_questions();
    return questions.at(questions.find(key).value());
}

TEST(Answers, AreReadFromFilesAsTheirQuestionAllows) {
    struct Row {
        const char *question, *json, *outcome;
    };
    const Row rows[] = {
        {"meetings", R"("annual")", "annual"},
        {"meetings", R"("weekly")", "views.answer_not_allowed"},
        {"meetings", "true", "views.answer_kind"},
        {"meetings", R"("")", "views.answer_empty"},
        {"topics", R"(["lanterns","locks"])", "lanterns; locks"},
        {"topics", "[3, 0.5]", "3; 0.5"},
        {"topics", "[]", "views.answer_empty"},
        {"topics", R"(["locks","locks"])", "views.answer_twice"},
        {"topics", R"("locks")", "views.answer_kind"},
        {"permanent", "true", "yes"},
        {"permanent", "1", "views.answer_kind"},
        {"review_years", "[3, 4]", "3 to 4"},
        {"review_years", "[4, 4]", "4"},
        {"review_years", "[4, 3]", "views.answer_interval"},
        {"review_years", "[4]", "views.answer_kind"},
        {"chair_years", "0.5", "0.5"},
        {"chair_years", R"("three")", "views.answer_kind"},
        {"remark", R"("in the evening")", "in the evening"},
    };
    for (const Row& row : rows) {
        auto answer = read_answer(question(row.question), parse_json(row.json).value());
        EXPECT_EQ(answer ? text_of(*answer) : said(answer), row.outcome) << row.question << " " << row.json;
        if (!answer) continue;
        auto again = read_answer(question(row.question), parse_json(json_of(*answer)).value());
        EXPECT_TRUE(again && (again->words == answer->words && again->least == answer->least &&
                              again->most == answer->most && again->yes == answer->yes))
            << "what is written reads back: " << json_of(*answer);
    }
}

TEST(Answers, AreReadAsTyped) {
    struct Row {
        const char *question, *typed, *outcome;
    };
    const Row rows[] = {
        {"meetings", " annual ", "annual"},
        {"permanent", "no", "no"},
        {"permanent", "perhaps", "views.answer_kind"},
        {"topics", "lanterns; locks", "lanterns; locks"},
        {"topics", "lanterns;;locks", "views.answer_empty"},
        {"review_years", "3 to 4", "3 to 4"},
        {"review_years", "4", "4"},
        {"review_years", "four", "views.answer_kind"},
        {"chair_years", "3", "3"},
        {"chair_years", "3 years", "views.answer_kind"},
        {"remark", "", "views.answer_empty"},
    };
    for (const Row& row : rows) {
        auto answer = parse_answer(question(row.question), row.typed);
        EXPECT_EQ(answer ? text_of(*answer) : said(answer), row.outcome) << row.question << ": " << row.typed;
    }
}

TEST(Answers, AreCompatibleWhereOneMechanismCanGiveBoth) {
    struct Row {
        const char *question, *a, *b;
        bool compatible;
    };
    const Row rows[] = {
        {"meetings", "annual", "annual", true},
        {"meetings", "annual", "biennial", false},
        {"meetings", "annual", "either", true},
        {"meetings", "biennial", "either", true},
        {"topics", "lanterns; locks", "locks", true},
        {"topics", "lanterns", "locks", false},
        {"permanent", "yes", "no", false},
        {"review_years", "3 to 4", "4 to 6", true},
        {"review_years", "3 to 4", "5 to 6", false},
        {"chair_years", "3", "4", false},
    };
    for (const Row& row : rows) {
        const Variable& asked = question(row.question);
        const Answer a = parse_answer(asked, row.a).value();
        const Answer b = parse_answer(asked, row.b).value();
        EXPECT_EQ(are_compatible(asked, a, b), row.compatible)
            << row.question << ": " << row.a << ", " << row.b;
        EXPECT_EQ(are_compatible(asked, b, a), row.compatible) << "in the other direction";
    }
}

TEST(QuestionSets, RefuseAllTheirProblemsAtOnce) {
    auto made = QuestionSet::of("views", 1,
                                {{"Meetings", "", AnswerKind::one_of, {}, "", {}},
                                 {"a", "", AnswerKind::one_of, {"x", "x"}, "", {{"x", "y"}}},
                                 {"a", "", AnswerKind::yes_no, {}, "", {}}});
    EXPECT_EQ(said(made), "views.variable_key, views.no_allowed_answers, views.allowed_twice, "
                          "views.accepts_unknown, views.variable_twice");
}

TEST(Silence, IsNoAnswer) {
    Matrix matrix = sample_matrix({{"AAA", "meetings", "unspecified", "firm"},
                                   {"BBB", "meetings", "annual", "inferred"},
                                   {"CCC", "topics", "unspecified", "firm"}});
    const std::size_t meetings = matrix.questions().find("meetings").value();
    const std::size_t topics = matrix.questions().find("topics").value();
    EXPECT_FALSE(matrix.is_answered(meetings, 0));
    EXPECT_TRUE(matrix.is_answered(meetings, 1));
    EXPECT_FALSE(matrix.is_answered(topics, 2));
    EXPECT_EQ(matrix.answered_cells(), 1U);
    EXPECT_EQ(matrix.states(), 6U) << "the stakeholder is none";
}

} // namespace
} // namespace poa::views::test
