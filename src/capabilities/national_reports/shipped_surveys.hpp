// SPDX-License-Identifier: Apache-2.0
#pragma once
// The surveys that come with the program (data/surveys/*.json), to begin drafts from. None is in use before a
// decision says so.

#include "base/embedded.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// Sorted by name.
[[nodiscard]] std::span<const Embedded> survey_files();
/// All of them, the survey on the whole framework first, then by key. That they read without problems is our
/// own duty (require). Any thread.
[[nodiscard]] const std::vector<Survey>& shipped_surveys();
[[nodiscard]] const Survey* shipped_survey(std::string_view key); ///< null where there is none

} // namespace poa::national_reports
