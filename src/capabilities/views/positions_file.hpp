// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file of coded positions: the questions, the actors, and each actor's answers with the phrase they rest
// on. One JSON object: meta {source, coder}, variables {key: {group, type, allowed, description, accepts}},
// actors {code: {name, kind, original_language, date}}, positions {code: {key: {value, strength, anchor,
// locator, note}}}; `anchor` is the phrase, `type` one of enum, list, bool, range, number, text.

#include "base/time.hpp"
#include "capabilities/views/matrix.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// An actor as the file has it.
struct CodedActor {
    std::string code; ///< of a State: ISO 3166-1 alpha-3
    ActorKind kind = ActorKind::state;
    std::string name;
    std::string language; ///< of its paper; empty: not said
    std::string date;     ///< as written; empty: not said
};

/// One answer.
struct CodedCell {
    std::string actor;        ///< code
    std::size_t variable = 0; ///< place in the question set
    Answer answer;
    Strength strength = Strength::none;
    std::string quote;   ///< the exact phrase of the paper it rests on
    std::string locator; ///< how its sentence begins; tells two places of one phrase apart
    std::string note;
};

struct PositionsFile {
    std::string title;
    std::string coder; ///< empty: the file does not say
    std::vector<Variable> variables;
    std::vector<CodedActor> actors;
    std::vector<CodedCell> cells;
};

/// Reads it whole. Refuses (bad_input) with every problem at once, each with the facts `actor` and `variable`
/// of the cell where there is one: what `parse_json` refuses (with the line), "views.file_part" (a part is
/// missing or of the wrong kind: part), "views.actor_unknown" (positions of an actor that is not listed),
/// "views.actor_twice", "views.actor_kind", "views.variable_unknown", "views.strength_unknown",
/// "views.quote_missing", and what QuestionSet::of and read_answer refuse.
[[nodiscard]] Result<PositionsFile> parse_positions(std::string_view text);

/// What parse_json gives; a refusal has the fact `line` beside the byte.
[[nodiscard]] Result<boost::json::value> parse_json_with_lines(std::string_view text);

/// The line of a byte of a text, from 1.
[[nodiscard]] std::size_t line_of(std::string_view text, std::size_t byte);

} // namespace poa::views
