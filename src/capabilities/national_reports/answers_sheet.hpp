// SPDX-License-Identifier: Apache-2.0
#pragma once
// Answers as a workbook, one row a question: to fill in with a spreadsheet and bring back. Pure.

#include "capabilities/national_reports/answers_file.hpp"
#include "capabilities/national_reports/sheet.hpp"

#include <string_view>
#include <vector>

namespace poa::national_reports {

/// Sheet "answers": key, section, question, choices, answer, note, seen; sheet "report": survey, version,
/// State and year the answers belong to. Words in that language. Files are not in it.
[[nodiscard]] std::vector<Sheet> answers_sheets(const Survey& survey, const AnswersFile& file,
                                                std::string_view language);

/// Whether the sheets are of that form.
[[nodiscard]] bool are_answers_sheets(const std::vector<Sheet>& sheets);
/// What the file says of itself, before any answer is read: survey, version, State, year.
[[nodiscard]] Result<AnswersFile> head_of_sheets(const std::vector<Sheet>& sheets);
/// The answers, read by the questions of `survey` (the file's own, in its version where that is known); a
/// question whose row is gone is not in it. What cannot be read is in `unread` with its cell. Refuses
/// (bad_input) "national_reports.answers_sheet_shape" (at).
[[nodiscard]] Result<AnswersFile> read_answers_sheets(const std::vector<Sheet>& sheets, const Survey& survey);

} // namespace poa::national_reports
