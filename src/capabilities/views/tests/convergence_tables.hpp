// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small tables of answers, and what is found in them, as text.
#include "base/text.hpp"
#include "capabilities/views/convergence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace poa::views::convergence_tables {

/// "AUS", "3 to 4", "F": a code in small letters is a stakeholder's; an answer of "" is a State that is
/// silent.
struct Row {
    std::string code, answer, strength = "F";
};

inline Variable question(AnswerKind kind) {
    return {"asked", "core", kind, {}, "", {}};
}

inline Variable frequency() {
    return {"asked",
            "core",
            AnswerKind::one_of,
            {"annual", "biennial", "annual_or_biennial", "annual_or_twice_a_year", "twice_a_year", "other",
             "unspecified"},
            "",
            {{"annual_or_biennial", "annual"},
             {"annual_or_biennial", "biennial"},
             {"annual_or_twice_a_year", "annual"},
             {"annual_or_twice_a_year", "twice_a_year"}}};
}

inline Answer answer_of(const Variable& variable, const std::string& text) {
    // Refused where people type answers, but a set may still be held empty.
    if (text == "{}") return Answer{variable.kind, false, 0, 0, {}};
    auto answer = parse_answer(variable, text);
    EXPECT_TRUE(answer.has_value()) << text;
    return answer.value_or(Answer{});
}

inline Matrix matrix_of(const Variable& variable, const std::vector<Row>& rows) {
    std::vector<PositionActor> actors;
    for (const Row& row : rows)
        actors.push_back(
            {row.code, row.code[0] >= 'a' ? ActorKind::stakeholder : ActorKind::state, row.code, row.code});
    auto questions = QuestionSet::of("test", 1, {variable});
    EXPECT_TRUE(questions.has_value());
    Matrix matrix(std::make_shared<const QuestionSet>(std::move(*questions)), std::move(actors));
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].answer.empty())
            matrix.set(0, i, answer_of(variable, rows[i].answer), *parse_strength(rows[i].strength));
    return matrix;
}

inline std::string codes(const Matrix& matrix, const std::vector<std::size_t>& actors) {
    std::vector<std::string> all;
    for (std::size_t actor : actors) all.push_back(matrix.actors()[actor].code);
    return join(all, " ");
}

inline std::string shown(const Matrix& matrix, const MeetingGroup& group) {
    return text_of(group.at) + ": " + codes(matrix, group.actors);
}

inline std::string shown_largest(const Matrix& matrix, const Convergence& found) {
    return found.largest ? shown(matrix, *found.largest) : "none";
}

inline std::string shown_cleavage(const Matrix& matrix, const Convergence& found) {
    if (!found.cleavage) return "none";
    const auto& [one, other, between] = *found.cleavage;
    return shown(matrix, one) + " | " + shown(matrix, other) +
           (between.empty() ? "" : " | between: " + codes(matrix, between));
}

/// "4, 2 of 3 already: UKR +1 = 1"
inline std::string shown_change(const Matrix& matrix, const Convergence& found) {
    if (!found.change) return "none";
    const SmallestChange& change = *found.change;
    std::string text = text_of(change.at) + ", " + std::to_string(change.already) + " of " +
                       std::to_string(change.majority) + " already:";
    for (const Move& move : change.moves)
        text += " " + matrix.actors()[move.actor].code + " +" + text_of(move.distance);
    text += " = " + text_of(change.cost);
    return change.as_near.empty() ? text : text + "; or " + codes(matrix, change.as_near);
}

inline std::string shown_distribution(const Matrix& matrix, const Convergence& found) {
    std::vector<std::string> all;
    for (const AnswerVoices& each : found.distribution)
        all.push_back(text_of(each.answer) + "[" + codes(matrix, each.firm) + "/" +
                      codes(matrix, each.conditional) + "/" + codes(matrix, each.inferred) +
                      (each.stakeholders.empty() ? "" : "/apart " + codes(matrix, each.stakeholders)) + "]");
    return join(all, " ");
}

} // namespace poa::views::convergence_tables
