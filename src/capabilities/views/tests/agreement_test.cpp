// SPDX-License-Identifier: Apache-2.0
// Two coders and the same cells: kappa against examples worked out elsewhere, and edge cases.
#include "capabilities/views/agreement.hpp"

#include <gtest/gtest.h>

namespace poa::views {
namespace {

using Table = std::vector<std::vector<int>>; ///< rows: first coder; columns: second

std::vector<std::pair<Category, Category>> cells_of(const Table& table) {
    std::vector<std::pair<Category, Category>> cells;
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            for (int i = 0; i < table[row][column]; ++i)
                cells.emplace_back(std::to_string(row), std::to_string(column));
    return cells;
}

TEST(CohenKappa, of_tables) {
    struct Case {
        std::string name;
        Table table;
        double observed, expected;
        std::optional<double> kappa;
    };
    const Case cases[] = {
        {"grant proposals, 50 of them", {{20, 5}, {10, 15}}, 0.70, 0.50, 0.40},
        {"same agreement, uneven habits", {{45, 15}, {25, 15}}, 0.60, 0.54, 0.1304},
        {"same agreement, habits that differ", {{25, 35}, {5, 35}}, 0.60, 0.46, 0.2593},
        // Both use them 60, 30 and 10 times: 0.36 + 0.09 + 0.01 is expected.
        {"three categories", {{44, 14, 2}, {14, 12, 4}, {2, 4, 4}}, 0.60, 0.46, 0.2593},
        {"always alike", {{5, 0}, {0, 7}}, 1.0, (25 + 49) / 144.0, 1.0},
        {"never alike", {{0, 5}, {5, 0}}, 0.0, 0.5, -1.0},
        {"as by chance", {{4, 4}, {4, 4}}, 0.5, 0.5, 0.0},
        {"one category by both", {{9}}, 1.0, 1.0, std::nullopt},
        {"one category each, not the same", {{0, 9}, {0, 0}}, 0.0, 0.0, 0.0},
        {"no cells", {}, 0.0, 0.0, std::nullopt},
    };
    for (const Case& each : cases) {
        SCOPED_TRACE(each.name);
        const Kappa found = cohen_kappa(cells_of(each.table));
        EXPECT_NEAR(found.observed, each.observed, 1e-9);
        EXPECT_NEAR(found.expected, each.expected, 1e-9);
        ASSERT_EQ(found.kappa.has_value(), each.kappa.has_value());
        if (each.kappa) {
            EXPECT_NEAR(*found.kappa, *each.kappa, 5e-5);
        }
    }
}

TEST(CohenKappa, no_reading_is_a_category_and_not_a_word) {
    const std::vector<std::pair<Category, Category>> cells = {
        {std::nullopt, std::nullopt}, {"", std::nullopt}, {"yes", "yes"}, {"yes", std::nullopt}};
    const Kappa found = cohen_kappa(cells);
    EXPECT_DOUBLE_EQ(found.observed, 0.5);
    EXPECT_DOUBLE_EQ(found.expected, (1 * 3 + 1 * 0 + 2 * 1) / 16.0);
}

QuestionSet questions() {
    return QuestionSet::of(
               "test", 1,
               {{"permanent", "core", AnswerKind::yes_no, {}, "", {}},
                {"topics", "core", AnswerKind::several_of, {}, "", {}},
                {"rule", "core", AnswerKind::one_of, {"consensus", "vote", "unspecified"}, "", {}},
                {"unread", "core", AnswerKind::yes_no, {}, "", {}}})
        .value();
}

Reading read(const QuestionSet& set, std::size_t variable, const char* text, Strength strength) {
    if (*text == 0) return {};
    return {parse_answer(set.at(variable), text).value(), strength};
}

TEST(CodersAgreement, by_question_and_over_all_with_the_cells_that_differ) {
    const QuestionSet set = questions();
    constexpr auto firm = Strength::firm, conditional = Strength::conditional;
    const auto cell = [&](std::size_t variable, std::size_t actor, const char* first, Strength of_first,
                          const char* second, Strength of_second) {
        return DoubleReading{variable, actor, read(set, variable, first, of_first),
                             read(set, variable, second, of_second)};
    };
    const std::vector<DoubleReading> cells = {
        cell(1, 0, "law; norms", firm, "norms; law", firm), // the same set
        cell(0, 0, "yes", firm, "yes", conditional),        // 1: other strength
        cell(0, 1, "yes", firm, "no", firm),                // 2: other answer
        cell(0, 2, "", firm, "no", firm),                   // 3: one found nothing
        cell(0, 3, "no", firm, "no", firm),
        cell(2, 0, "unspecified", firm, "", firm), // neither found anything
        cell(2, 1, "vote", Strength::none, "", firm),
    };
    const CodersAgreement found = agreement_of_coders(set, cells);
    ASSERT_EQ(found.questions.size(), 3U);
    const CoderAgreement& permanent = found.questions[0].agreement;
    EXPECT_EQ(found.questions[0].variable, 0U);
    EXPECT_EQ(permanent.answers.cells, 4U);
    EXPECT_DOUBLE_EQ(permanent.answers.observed, 0.5);
    // yes 2 and 1, no 1 and 3, no reading 1 and 0.
    EXPECT_DOUBLE_EQ(permanent.answers.expected, (2 * 1 + 1 * 3 + 1 * 0) / 16.0);
    EXPECT_DOUBLE_EQ(permanent.answers.kappa.value(), (0.5 - 5 / 16.0) / (1 - 5 / 16.0));
    // firm 3 and 3, conditional 0 and 1, no reading 1 and 0.
    EXPECT_DOUBLE_EQ(permanent.strengths.observed, 0.5);
    EXPECT_DOUBLE_EQ(permanent.strengths.expected, 9 / 16.0);
    EXPECT_FALSE(found.questions[1].agreement.answers.kappa.has_value());
    EXPECT_DOUBLE_EQ(found.questions[1].agreement.answers.observed, 1);
    EXPECT_TRUE(found.questions[1].agreement.disagreements.empty());
    EXPECT_TRUE(found.questions[2].agreement.disagreements.empty());
    EXPECT_EQ(found.whole.answers.cells, 7U);
    EXPECT_DOUBLE_EQ(found.whole.answers.observed, 5 / 7.0);
    std::string differing;
    for (const Disagreement& each : found.whole.disagreements)
        differing +=
            std::to_string(each.cell) + (each.in_answer ? "a" : "") + (each.in_strength ? "s" : "") + " ";
    EXPECT_EQ(differing, "1s 2a 3as ");
}

TEST(CodersAgreement, of_nothing_says_nothing) {
    const CodersAgreement found = agreement_of_coders(questions(), {});
    EXPECT_FALSE(found.whole.answers.kappa.has_value());
    EXPECT_TRUE(found.questions.empty());
}

} // namespace
} // namespace poa::views
