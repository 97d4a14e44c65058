// SPDX-License-Identifier: Apache-2.0
#pragma once
// Practices and lessons that a State may offer to the library of practices. Pure.

#include "capabilities/national_reports/national_report.hpp"

#include <string>
#include <string_view>

namespace poa::national_reports {

/// A practice, or a lesson learned, in words.
[[nodiscard]] bool can_be_offered(const Question& question);
/// What the library would show of the answer: its words and the note beside it, in that language where
/// options were chosen. Empty where the release has no such answer, or not for everybody: the library is
/// open to all, and no act but sharing makes an answer so.
[[nodiscard]] std::string text_to_offer(const Survey& survey, std::span<const ReleasedAnswer> release,
                                        std::string_view question, std::string_view language);

} // namespace poa::national_reports
