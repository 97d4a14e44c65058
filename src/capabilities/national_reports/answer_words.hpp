// SPDX-License-Identifier: Apache-2.0
#pragma once
// An answer as a person reads it. Pure.

#include "capabilities/national_reports/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// Lines of the answer without its note: labels of what was chosen in that language (the key where the survey
/// has none any more), text, day, a line for each row with " | " between cells, names of files.
[[nodiscard]] std::vector<std::string> words_of(const Survey& survey, const Question& question,
                                                const Answer& answer, std::string_view language);
/// The same in one text, lines and the note divided by line breaks.
[[nodiscard]] std::string text_in_words(const Survey& survey, const Question& question, const Answer& answer,
                                        std::string_view language);

} // namespace poa::national_reports
