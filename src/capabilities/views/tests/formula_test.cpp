// SPDX-License-Identifier: Apache-2.0
#include "sample_questions.hpp"

namespace poa::views::test {
namespace {

TEST(Formulas, HoldAsFirmlyAsTheAnswersTheyAsk) {
    const Matrix matrix = sample_matrix({{"AAA", "meetings", "annual", "firm"},
                                         {"AAA", "topics", "Locks of ports; lanterns", "conditional"},
                                         {"AAA", "permanent", "yes", "inferred"},
                                         {"AAA", "review_years", "3 to 4", "conditional"},
                                         {"AAA", "chair_years", "3", "firm"},
                                         {"AAA", "remark", "In the Evening", "inferred"}});
    struct Row {
        const char *formula, *strength;
    };
    const Row rows[] = {
        {"meetings is annual", "firm"},
        {"meetings is biennial", "none"},
        {"meetings in {biennial, annual}", "firm"},
        {"meetings answered", "firm"},
        {"permanent is yes", "inferred"},
        {"permanent is no", "none"},
        {"topics includes lanterns", "conditional"},
        {"topics includes any of {lanterns, lamps}", "conditional"},
        {"topics includes all of {lanterns, \"Locks of ports\"}", "conditional"},
        {"topics includes all of {lanterns, lamps}", "none"},
        {"topics mentions \"PORTS\"", "conditional"},
        {"remark mentions \"evening\"", "inferred"},
        {"review_years contains 4", "conditional"},
        {"review_years contains 5", "none"},
        {"review_years overlaps [4, 6]", "conditional"},
        {"review_years within [3, 6]", "conditional"},
        {"review_years within [4, 6]", "none"},
        {"chair_years is 3", "firm"},
        {"chair_years is 2", "none"},
        {"chair_years within [1, 3]", "firm"},
        // "and" is as firm as the weaker, "or" as the firmer, "and" binds tighter
        {"meetings is annual and permanent is yes", "inferred"},
        {"meetings is annual or permanent is yes", "firm"},
        {"meetings is biennial and chair_years is 3 or permanent is yes", "inferred"},
        {"(meetings is biennial or chair_years is 3) and topics answered", "conditional"},
        {"permanent is yes at least conditional", "none"},
        {"topics answered at least conditional", "conditional"},
        {"meetings is annual at most inferred", "inferred"},
        {"(meetings is annual and topics answered) at least firm", "none"},
    };
    for (const Row& row : rows) {
        auto formula = Formula::parse(row.formula, matrix.questions());
        ASSERT_TRUE(formula) << row.formula << ": " << said(formula, "near");
        EXPECT_EQ(name_of(ReadyFormula(*formula, matrix).of(0)), row.strength) << row.formula;
        EXPECT_EQ(name_of(ReadyFormula(*formula, matrix).of(1)), "none") << "silence supports nothing";
    }
}

TEST(Formulas, AreRefusedAtTheirCharacter) {
    struct Row {
        const char *formula, *code, *at;
    };
    const Row rows[] = {
        {"", "formula.expected", "1"},
        {"meeting is annual", "formula.unknown_variable", "1"},
        {"permanent is yes and meeting is annual", "formula.unknown_variable", "22"},
        {"meetings is weekly", "formula.answer_not_allowed", "13"},
        {"meetings in {annual, weekly}", "formula.answer_not_allowed", "22"},
        {"meetings contains 3", "formula.wrong_test", "10"},
        {"permanent in {yes}", "formula.wrong_test", "11"},
        {"review_years overlaps [4, 3]", "formula.interval", "24"},
        {"review_years overlaps [4, x]", "formula.expected", "27"},
        {"permanent is maybe", "formula.expected", "14"},
        {"permanent yes", "formula.expected", "11"},
        {"(permanent is yes", "formula.expected", "18"},
        {"permanent is yes permanent is no", "formula.expected", "18"},
        {"permanent is yes at least loud", "formula.expected", "27"},
        {"topics mentions ports", "formula.expected", "17"},
        {"topics mentions \"\"", "formula.expected", "17"},
        {"topics mentions \"ports", "formula.expected", "17"},
    };
    const QuestionSet questions = sample_questions();
    for (const Row& row : rows)
        EXPECT_EQ(said(Formula::parse(row.formula, questions), "at"), std::string(row.code) + " " + row.at)
            << row.formula;
    EXPECT_EQ(said(Formula::parse(std::string(100, '(') + "permanent is yes", questions)),
              "formula.too_deep");
}

TEST(Formulas, SayWhichQuestionsTheyAsk) {
    const QuestionSet questions = sample_questions();
    auto formula = Formula::parse("permanent is yes and (meetings answered or permanent is no)", questions);
    ASSERT_TRUE(formula);
    EXPECT_EQ(formula->variables(), (std::vector<std::size_t>{0, 2}));
}

TEST(Claims, NameTheClaimAndTheFormulaThatIsWrong) {
    const QuestionSet questions = sample_questions();
    auto claims = ready_claims({{"1", 1, "scope", "", "x", "", {{"", "permanent is yes"}}},
                                {"1", 1, "scope", "", "x", "", {{"", "meeting answered"}}},
                                {"2", 1, "nowhere", "", "x", "", {}}},
                               {{"scope", "Scope"}}, questions);
    EXPECT_EQ(said(claims, "claim"), "views.claim_twice 1, formula.unknown_variable 1, "
                                     "views.claim_without_part 2, views.section_unknown 2");
}

} // namespace
} // namespace poa::views::test
