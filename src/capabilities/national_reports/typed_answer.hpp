// SPDX-License-Identifier: Apache-2.0
#pragma once
// An answer as people write it in a cell of a workbook or between two marks of a form. Pure.

#include "base/refusal.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// What of a file could not be taken, and where it stands: a line of a form, a cell of a workbook.
struct Unread {
    std::string question; ///< empty where it belongs to none
    std::string place;    ///< "line 12", "answers!E7"; empty: the question says it
    Reason why;
};

/// White space of every kind at both ends taken away, also what does not break.
[[nodiscard]] std::string_view trim_all(std::string_view text);
/// Whether both say the same words, whatever stands between them: a program that lays text out breaks lines.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

/// The answer without note and files, so that `read_typed` reads it again: keys of what was chosen and lines
/// of a table each on a line, cells divided by " | ".
[[nodiscard]] std::string typed_of(const Question& question, const Answer& answer);

/// Puts what was written into `answer`, whose note and files stay. Of options, keys or labels in any language
/// count, on lines of their own or divided by semicolons. Nothing is guessed: adds
/// "national_reports.not_an_option" (value), "national_reports.ambiguous_option" (value), "input.not_a_day",
/// "national_reports.row_width" (columns), and every problem of `check_answer`.
void read_typed(const Survey& survey, const Question& question, std::string_view text, Answer& answer,
                std::vector<Reason>& problems);

} // namespace poa::national_reports
