// SPDX-License-Identifier: Apache-2.0
#pragma once
// A formula over the questions of a set: what an actor must have answered for a statement to hold of it. The
// tests are listed in README.md.
//
//   permanent is yes
//   decision_rule in {consensus_all, consensus} at least conditional
//   review_conference_interval_years overlaps [3, 4] or wg_topics mentions "critical infrastructure"

#include "capabilities/views/matrix.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

class Formula {
  public:
    /// Refuses (bad_input; facts at: the character from 1, near: the words there, and what the code needs)
    /// "formula.unknown_variable", "formula.answer_not_allowed" (answer, variable, allowed),
    /// "formula.wrong_test" (test, variable, kind), "formula.expected" (expected), "formula.too_deep",
    /// "formula.interval" (least above most).
    [[nodiscard]] static Result<Formula> parse(std::string_view text, const QuestionSet& questions);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Places of the questions it asks, ascending, each once.
    [[nodiscard]] const std::vector<std::size_t>& variables() const { return variables_; }

    enum class Test { is, in, includes_any, includes_all, mentions, contains, overlaps, within, answered };
    struct Node {
        enum class Kind { test, all, any, at_least, at_most } kind = Kind::test;
        std::size_t left = 0, right = 0; ///< all, any: both; at_least, at_most: left
        Strength bound = Strength::none; ///< at_least, at_most
        std::size_t variable = 0;        ///< test, and what follows
        Test test = Test::answered;
        std::vector<std::string> words;
        bool yes = false;
        double least = 0, most = 0;
    };
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; } ///< the last is the whole

  private:
    friend class FormulaParser;
    std::string text_;
    std::vector<std::size_t> variables_;
    std::vector<Node> nodes_;
};

/// Whether one answer passes a test.
[[nodiscard]] bool passes(const Formula::Node& test, const Variable& variable, const Answer& answer);

/// A formula made ready for one matrix: each test is asked once for each distinct answer, not for each actor.
class ReadyFormula {
  public:
    ReadyFormula(const Formula& formula, const Matrix& matrix);
    /// How firmly it holds of that actor; none: it does not. "and" is as firm as the weaker, "or" as the
    /// firmer.
    [[nodiscard]] Strength of(std::size_t actor) const;

  private:
    const Formula& formula_;
    const Matrix& matrix_;
    std::vector<std::vector<bool>> truths_; ///< by node, by answer of the column
};

} // namespace poa::views
