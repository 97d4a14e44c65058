// SPDX-License-Identifier: Apache-2.0
#pragma once
// What changed from one version of a survey to another, question by question. Pure.

#include "capabilities/national_reports/survey.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

enum class SurveyChangeKind : std::uint8_t { added, removed, changed };
[[nodiscard]] std::string_view name_of(SurveyChangeKind kind); ///< "added"

struct SurveyChange {
    SurveyChangeKind kind = SurveyChangeKind::changed;
    std::string question; ///< key; empty: the survey or a section itself
    std::string section;  ///< key
    std::string what;     ///< of `changed`: "label", "kind", "options", "source", "section" ...
    std::string language; ///< of a label; else empty
    std::string before, after;
    bool operator==(const SurveyChange&) const = default;
};

/// In the order of the newer one, then what it has no more. A text that is in another language alone is a
/// change of that language alone.
[[nodiscard]] std::vector<SurveyChange> changes_between(const Survey& older, const Survey& newer);

} // namespace poa::national_reports
