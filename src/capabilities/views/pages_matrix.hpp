// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of positions question by question and actor by actor. All of it is public. States stand
// in the alphabetical order of the reader's language, stakeholders after them; nothing here ranks them.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// A group of States to choose.
struct GroupChoice {
    std::string key, name;
    std::int64_t states = 0; ///< of those with positions
};
BOOST_DESCRIBE_STRUCT(GroupChoice, (), (key, name, states))

struct PillarRow {
    std::string key, name;
    std::int64_t questions = 0, answered = 0; ///< answers of the actors shown
    std::string address;
};
BOOST_DESCRIBE_STRUCT(PillarRow, (), (key, name, questions, answered, address))

struct MatrixActor {
    std::string code, name, kind, address;
};
BOOST_DESCRIBE_STRUCT(MatrixActor, (), (code, name, kind, address))

struct MatrixQuestion {
    std::string key, label, pillar, kind, address;
    /// Side by side only: whether the answers are compatible. all, some, none; one: fewer than two answered.
    std::string together;
};
BOOST_DESCRIBE_STRUCT(MatrixQuestion, (), (key, label, pillar, kind, address, together))

/// An answered cell. Its texts are those of the page's actors and questions, and of `MatrixCells::words`.
struct MatrixCell {
    std::string_view actor, name, question, label, answer, strength;
    std::int64_t words = 1; ///< of a set: how many
    std::string address;
};
BOOST_DESCRIBE_STRUCT(MatrixCell, (), (actor, name, question, label, answer, strength, words, address))

/// Questions by actors. The rows' texts point into it: moved, never copied.
struct MatrixCells {
    std::vector<MatrixActor> actors;
    std::vector<MatrixQuestion> questions;
    std::vector<MatrixCell> rows; ///< question by question, actors in their order
    std::deque<std::string> words;

    MatrixCells() = default;
    MatrixCells(MatrixCells&&) = default;
    MatrixCells& operator=(MatrixCells&&) = default;
};

/// /views/matrix
struct MatrixPage : MatrixCells {
    std::string group, pillar, question, kind; ///< as chosen; empty: not
    std::vector<GroupChoice> groups;
    std::vector<PillarRow> pillars;
    // For people, who get as much as a page takes:
    std::string previous, next; ///< key of the question that the part before and the next one begin with
    bool is_part = false;
    std::int64_t kibibytes = 0; ///< of a part: what all of it would take over the wire, about
};
BOOST_DESCRIBE_STRUCT(MatrixPage, (),
                      (group, pillar, question, kind, groups, pillars, actors, questions, rows))

/// /views/compare
struct ComparePage : MatrixCells {
    std::vector<std::string> states;  ///< codes asked for
    std::vector<std::string> unknown; ///< of these; people get the form again
    bool is_too_many = false;
    std::vector<MatrixActor> choices;
};
BOOST_DESCRIBE_STRUCT(ComparePage, (), (states, unknown, is_too_many, choices, actors, questions, rows))

struct QuestionRow {
    std::string key, label, description, pillar, kind;
    std::int64_t states = 0, stakeholders = 0; ///< that answered
    std::string address;
};
BOOST_DESCRIBE_STRUCT(QuestionRow, (), (key, label, description, pillar, kind, states, stakeholders, address))

/// /views/questions
struct QuestionsPage {
    std::vector<PillarRow> pillars;
    std::vector<QuestionRow> rows; ///< pillar by pillar
};
BOOST_DESCRIBE_STRUCT(QuestionsPage, (), (pillars, rows))

struct ActorRow {
    std::string code, name, kind;
    std::int64_t answered = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ActorRow, (), (code, name, kind, answered, address))

/// /views/actors
struct ActorsPage {
    std::int64_t questions = 0;
    std::vector<ActorRow> rows;
};
BOOST_DESCRIBE_STRUCT(ActorsPage, (), (questions, rows))

struct ActorPosition {
    std::string question, label, pillar, answer, strength;
    std::string origin; ///< reading, resolved, own_word, withdrawn
    std::string quote, address;
};
BOOST_DESCRIBE_STRUCT(ActorPosition, (), (question, label, pillar, answer, strength, origin, quote, address))

/// /views/actors/{actor}
struct ActorPage {
    std::string code, name, kind;
    std::string state_address; ///< empty: no page of its own
    std::string language;      ///< of its paper; empty: not said
    std::optional<Day> day;
    std::int64_t questions = 0, answered = 0;
    std::vector<PillarRow> pillars;
    std::vector<ActorPosition> rows; ///< pillar by pillar
};
BOOST_DESCRIBE_STRUCT(ActorPage, (),
                      (code, name, kind, state_address, language, day, questions, answered, pillars, rows))

struct CoderRow {
    std::string name;
    std::int64_t readings = 0;
};
BOOST_DESCRIBE_STRUCT(CoderRow, (), (name, readings))

/// How far two coders agree; a kappa of nothing: nothing can be said.
struct AgreementRow {
    std::string question, label;
    std::int64_t cells = 0, same = 0;
    std::optional<double> answers, strengths; ///< Cohen's kappa
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (), (question, label, cells, same, answers, strengths))

struct DisagreementRow {
    std::string actor, name, question, label, first, first_strength, second, second_strength, address;
};
BOOST_DESCRIBE_STRUCT(DisagreementRow, (),
                      (actor, name, question, label, first, first_strength, second, second_strength, address))

/// /views/coders
struct CodersPage {
    std::vector<CoderRow> coders;
    std::string first, second; ///< the two compared; empty: there are no two
    AgreementRow whole;        ///< of all questions
    std::int64_t read_by_one = 0;
    std::vector<AgreementRow> questions;
    std::vector<DisagreementRow> rows;
};
BOOST_DESCRIBE_STRUCT(CodersPage, (), (coders, first, second, whole, read_by_one, questions, rows))

} // namespace poa::views
