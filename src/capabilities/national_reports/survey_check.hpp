// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a survey holds together. Pure.

#include "base/refusal.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace poa::national_reports {

inline constexpr std::size_t survey_questions_max = 600;
inline constexpr std::size_t survey_options_max = 100; ///< of one question; columns of a table alike
inline constexpr std::size_t survey_label_characters_max = 2000;
inline constexpr std::int64_t survey_minutes_max = 600; ///< of one question
inline constexpr std::array<std::string_view, 6> survey_languages{"ar", "zh", "en", "fr", "ru", "es"};

/// Of an option, a level or a column: lower-case letters, digits, hyphens and underscores, at most 64,
/// beginning with a letter or digit.
[[nodiscard]] bool is_survey_value(std::string_view text);
/// Of a survey, a section or a question: likewise, beginning with a letter (XLSForm names must).
[[nodiscard]] bool is_survey_key(std::string_view text);

/// Adds every problem (kind bad_input is the caller's to set). Each has facts "at", a JSON pointer into the
/// survey's own format ("/sections/2/questions/0"), and, where it is about one, "key". Codes, all of
/// "national_reports.survey_...":
///   bad_key, repeated_key, empty (no section, or one without questions), too_many (count, most),
///   too_long (most), not_plain, unknown_language (language), language_missing (language), no_languages,
///   source_missing (of a section that is not general), options_missing (fewer than two), columns_missing,
///   not_of_kind (member, kind), no_levels, condition_unknown, condition_later (question),
///   condition_not_closed (question), condition_value (value), bad_minutes, bad_level (value),
///   crossing_unknown (question), crossing_value (value), bad_audience (value)
void check_survey(const Survey& survey, Refusal& problems);

} // namespace poa::national_reports
