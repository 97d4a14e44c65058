// SPDX-License-Identifier: Apache-2.0
#pragma once
// A small question set of fictional States, one question of each kind.

#include "capabilities/views/summary.hpp"

#include <gtest/gtest.h>

namespace poa::views::test {

inline QuestionSet sample_questions() {
    auto made =
        QuestionSet::of("views", 1,
                        {{"meetings",
                          "core",
                          AnswerKind::one_of,
                          {"annual", "biennial", "either", "unspecified"},
                          "How often",
                          {{"either", "annual"}, {"either", "biennial"}}},
                         {"topics", "core", AnswerKind::several_of, {}, "About what", {}},
                         {"permanent", "core", AnswerKind::yes_no, {}, "For good", {}},
                         {"review_years", "core", AnswerKind::interval, {}, "Years between reviews", {}},
                         {"chair_years", "more", AnswerKind::number, {}, "Term of the Chair", {}},
                         {"remark", "more", AnswerKind::free, {}, "In words", {}}});
    return std::move(made.value());
}

/// The codes of a refusal with one fact of each; "taken" where there is none.
template <class T> std::string said(const Result<T>& result, std::string_view fact = {}) {
    if (result) return "taken";
    std::string all;
    for (const Reason& reason : result.error().reasons) {
        all += (all.empty() ? "" : ", ") + reason.code;
        for (const auto& [name, value] : reason.facts)
            if (name == fact) all += " " + value;
    }
    return all;
}

/// A matrix of fictional States AAA, BBB ... and one stakeholder, filled from rows of text:
/// {"AAA", "meetings", "annual", "firm"}.
struct Said {
    const char *actor, *question, *answer, *strength;
};
inline Matrix sample_matrix(std::vector<Said> rows, std::size_t states = 6) {
    auto questions = std::make_shared<const QuestionSet>(sample_questions());
    std::vector<PositionActor> actors;
    for (std::size_t i = 0; i < states; ++i) {
        const std::string code(3, static_cast<char>('A' + i));
        actors.push_back({"state:" + code, ActorKind::state, code, code});
    }
    actors.push_back({"organisation:guild", ActorKind::stakeholder, "guild", "Guild of Lamplighters"});
    Matrix matrix(questions, actors);
    for (const Said& row : rows) {
        const std::size_t variable = questions->find(row.question).value();
        matrix.set(variable, matrix.find_code(row.actor).value(),
                   parse_answer(questions->at(variable), row.answer).value(),
                   parse_strength(row.strength).value());
    }
    return matrix;
}

} // namespace poa::views::test
