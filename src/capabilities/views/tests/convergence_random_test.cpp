// SPDX-License-Identifier: Apache-2.0
// Who could live with what: what is said of random questions is so, by trying all.
#include "convergence_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <sstream>

namespace poa::views {
namespace {

using namespace convergence_tables;

std::string some_answer(AnswerKind kind, std::mt19937& random) {
    const auto draw = [&](unsigned below) { return static_cast<int>(random() % below); };
    switch (kind) {
    case AnswerKind::yes_no:
        return draw(2) ? "yes" : "no";
    case AnswerKind::interval: {
        const int least = draw(9);
        return std::to_string(least) + " to " + std::to_string(least + draw(4));
    }
    case AnswerKind::several_of: {
        std::string words = "w" + std::to_string(draw(4));
        for (int i = 4; i < 7; ++i)
            if (draw(3) == 0) words += "; w" + std::to_string(i);
        return words;
    }
    default:
        return frequency().allowed[random() % 7];
    }
}

/// By trying all: how few units, or answers, a majority is away.
double least_cost(const Matrix& matrix, const Variable& variable, const Convergence& found) {
    std::vector<Answer> outcomes;
    if (variable.kind == AnswerKind::interval)
        for (int half = 0; half <= 30; ++half)
            outcomes.push_back({variable.kind, false, half / 2.0, half / 2.0});
    else if (variable.kind == AnswerKind::yes_no)
        outcomes = {answer_of(variable, "yes"), answer_of(variable, "no")};
    else
        for (int i = 0; i < 7; ++i)
            outcomes.push_back(answer_of(variable, variable.kind == AnswerKind::several_of
                                                       ? "w" + std::to_string(i)
                                                       : variable.allowed[static_cast<std::size_t>(i)]));
    double least = 1e9;
    for (const Answer& outcome : outcomes) {
        std::vector<double> costs;
        for (std::size_t actor = 0; actor < matrix.actors().size(); ++actor) {
            if (!matrix.is_answered(0, actor)) continue;
            const Answer& own = *matrix.answer(0, actor);
            double cost = can_live_with(variable, own, outcome) ? 0 : 1;
            if (variable.kind == AnswerKind::interval)
                cost = std::max({0.0, own.least - outcome.most, outcome.least - own.most});
            costs.push_back(cost);
        }
        std::ranges::sort(costs);
        least = std::min(
            least, std::accumulate(costs.begin(),
                                   costs.begin() + static_cast<std::ptrdiff_t>(found.answered / 2 + 1), 0.0));
    }
    return least;
}

TEST(Convergence, on_random_questions_what_is_said_is_so) {
    std::mt19937 random(78);
    for (int round = 0; round < 400; ++round) {
        Variable variable = frequency();
        const AnswerKind kinds[] = {AnswerKind::yes_no, AnswerKind::interval, AnswerKind::several_of,
                                    AnswerKind::one_of};
        if (variable.kind = kinds[round % 4]; variable.kind != AnswerKind::one_of)
            variable = question(variable.kind);
        std::vector<Row> rows;
        for (unsigned i = 0; i < 2 + random() % 9; ++i)
            rows.push_back({"S" + std::to_string(i), some_answer(variable.kind, random),
                            i % 3 == 0   ? "F"
                            : i % 3 == 1 ? "C"
                                         : "I"});
        const Matrix matrix = matrix_of(variable, rows);
        const Convergence found = convergence_of(matrix, 0);
        const auto compatible = [&](std::size_t a, std::size_t b) {
            return are_compatible(variable, *matrix.answer(0, a), *matrix.answer(0, b));
        };
        std::vector<std::size_t> voices;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (matrix.is_answered(0, i)) voices.push_back(i);
        std::size_t pairs = 0;
        for (std::size_t a : voices)
            for (std::size_t b : voices) pairs += a < b && compatible(a, b);
        ASSERT_EQ(found.agreement.compatible, pairs);
        for (std::size_t a : voices) {
            const bool meets =
                std::ranges::any_of(voices, [&](std::size_t b) { return a != b && compatible(a, b); });
            ASSERT_EQ(std::ranges::count(found.alone, a) == 1, !meets && voices.size() > 1);
        }
        if (voices.empty()) continue;
        for (std::size_t actor : found.largest->actors)
            ASSERT_TRUE(can_live_with(variable, *matrix.answer(0, actor), found.largest->at));
        ASSERT_DOUBLE_EQ(found.change->cost, least_cost(matrix, variable, found));
        ASSERT_GE(found.change->already + found.change->moves.size(), found.change->majority);
        if (!found.cleavage) continue;
        for (std::size_t a : found.cleavage->one.actors)
            for (std::size_t b : found.cleavage->other.actors) ASSERT_FALSE(compatible(a, b));
        for (const MeetingGroup* side : {&found.cleavage->one, &found.cleavage->other})
            for (std::size_t actor : side->actors)
                ASSERT_TRUE(can_live_with(variable, *matrix.answer(0, actor), side->at));
    }
}

TEST(Convergence, of_one_question_over_193_states_of_every_kind_is_found) {
    for (AnswerKind kind : {AnswerKind::yes_no, AnswerKind::one_of, AnswerKind::interval,
                            AnswerKind::several_of, AnswerKind::free}) {
        std::mt19937 random(193);
        std::vector<Row> rows;
        for (int i = 0; i < 193; ++i) {
            std::string text = kind == AnswerKind::free ? "words of " + std::to_string(i) : "";
            if (kind == AnswerKind::several_of)
                for (int word = 0; word < 5; ++word)
                    text += (word ? "; w" : "w") + std::to_string(word * 8 + static_cast<int>(random() % 8));
            rows.push_back({"S" + std::to_string(i), text.empty() ? some_answer(kind, random) : text});
        }
        const Matrix matrix = matrix_of(kind == AnswerKind::one_of ? frequency() : question(kind), rows);
        const Convergence found = convergence_of(matrix, 0);
        EXPECT_EQ(found.answered + found.silent, 193U) << name_of(kind);
        ASSERT_TRUE(found.largest) << name_of(kind);
        EXPECT_FALSE(found.largest->actors.empty()) << name_of(kind);
    }
}

} // namespace
} // namespace poa::views
