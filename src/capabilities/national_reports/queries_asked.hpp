// SPDX-License-Identifier: Apache-2.0
#pragma once
// Questions about released answers, as a reader may know them: whoever may read the answer in the release
// that stands reads what was asked about it, and nobody else.

#include "capabilities/national_reports/queries_reports.hpp"
#include "capabilities/national_reports/store_asked.hpp"

namespace poa::national_reports {

/// Oldest first; those whose answer the release does not show to its reader are left out.
[[nodiscard]] std::vector<AskedQuestion> asked_about(storage::Session& session,
                                                     const ReadableRelease& release);
/// The answer to that question; null where the release does not show it to its reader.
[[nodiscard]] const ReleasedAnswer* answer_in(const ReadableRelease& release, std::string_view question);

} // namespace poa::national_reports
