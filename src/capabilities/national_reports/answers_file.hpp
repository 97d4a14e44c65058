// SPDX-License-Identifier: Apache-2.0
#pragma once
// Answers as a file: to carry a report away, fill it in without a line, and bring it back. Pure.
//   {"survey":"framework-survey","version":2,"state":"XXA","year":2027,"seen":{"strategy":3},
//    "answers":{"strategy":{"chosen":["yes"]}}}

#include "base/refusal.hpp"
#include "capabilities/national_reports/national_report.hpp"
#include "capabilities/national_reports/typed_answer.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

inline constexpr std::size_t answers_file_bytes_max = std::size_t{4} << 20;

struct AnswersFile {
    std::string survey;       ///< key
    std::int64_t version = 0; ///< of the survey; 0: not told
    std::map<std::string, std::int64_t, std::less<>>
        seen; ///< revision of each answer when it was carried away
    std::map<std::string, Answer, std::less<>> answers;
    std::string state;          ///< ISO3 of the report it was carried away from; empty: not told
    std::int64_t year = 0;      ///< of that report; 0: not told
    std::string from;           ///< "docx", "xlsx" ...: what it was read from; empty: this very form
    bool is_partial = false;    ///< the file could not hold evidence files: those of an answer stay
    std::vector<Unread> unread; ///< what of the file is not among `answers`; not part of the text form
};
[[nodiscard]] std::string text_of(const AnswersFile& file);
/// Refuses (bad_input) json.*; "national_reports.answers_file_shape" (at); and as parse_answer, with the
/// question as fact "question".
[[nodiscard]] Result<AnswersFile> parse_answers_file(std::string_view json);

/// A report as it is carried away: all answers that are not empty, with their revisions.
[[nodiscard]] AnswersFile carried(const Survey& survey, std::int64_t version, const HeldAnswers& answers);

} // namespace poa::national_reports
