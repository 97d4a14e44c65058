// SPDX-License-Identifier: Apache-2.0
#pragma once
// Answers as they come from a form or as JSON. Pure.

#include "base/input.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <map>

namespace poa::national_reports {

/// Revision of each answer as its author saw it: "strategy:3 laws:0".
using SeenRevisions = std::map<std::string, std::int64_t, std::less<>>;
/// Nothing where the text is anything else, or names a question twice.
[[nodiscard]] std::optional<SeenRevisions> parse_seen(std::string_view text);

/// One revision: "3"; empty is 0. Nothing where the text is anything else.
[[nodiscard]] std::optional<std::int64_t> parse_revision(std::string_view text);

/// Whether something was sent for the question: KEY, KEY.note, KEY.rows or KEY.cells.
[[nodiscard]] bool is_sent(const Question& question, const InputValues& values);

/// The answer `start` with what was sent in its place. From a form: KEY is the text, the day or what was
/// chosen; KEY.note; of a table KEY.rows with a line a row and tabs between cells, or KEY.cells once for each
/// cell in order of rows; rows of empty cells are left out. As JSON: KEY is a text, a number, a list of what
/// was chosen, or an object as `parse_answer` reads it, which is the whole answer. `whole`: the form showed
/// this question, so that where nothing was sent for its options none is chosen. Texts come out in NFC
/// without blanks at the ends. Adds problems of form and, as check_answer, of content, field "answers.KEY".
[[nodiscard]] Answer read_answer(const Survey& survey, const Question& question, const InputValues& values,
                                 const Answer& start, bool whole, Refusal& problems);

} // namespace poa::national_reports
