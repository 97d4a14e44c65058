// SPDX-License-Identifier: Apache-2.0
#pragma once
// A survey as JSON: the platform's own format (data/surveys/survey.schema.json). Pure.

#include "base/bytes.hpp"
#include "base/refusal.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace poa::national_reports {

inline constexpr std::size_t survey_file_bytes_max = std::size_t{4} << 20;

/// One line of JSON, members in fixed order, empty ones left out: equal surveys have equal bytes.
[[nodiscard]] std::string text_of(const Survey& survey);
/// SHA-256 of that text: what a decision names.
[[nodiscard]] Sha256 digest_of(const Survey& survey);

/// Refuses (bad_input), everything at once: json.*; "national_reports.survey_shape" (at, expected),
/// "national_reports.survey_unknown_member" (at, name), "national_reports.survey_unknown_value" (at, value);
/// and what `check_survey` finds. "at" is a JSON pointer. Texts come out in NFC.
[[nodiscard]] Result<Survey> parse_survey(std::string_view json);
/// What was read, whether it holds together or not, with every problem added: for editors of drafts.
[[nodiscard]] Survey read_survey(std::string_view json, Refusal& problems);

} // namespace poa::national_reports
