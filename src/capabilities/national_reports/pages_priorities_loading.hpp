// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to the page of priorities.

#include "capabilities/national_reports/pages_priorities.hpp"
#include "capabilities/national_reports/pages_progress_loading.hpp"

namespace poa::national_reports {

struct PrioritiesQuery {
    std::int64_t year = 0; ///< 0: this year, or the last for which somebody reported
};
[[nodiscard]] const Input<PrioritiesQuery>& input_of(Of<PrioritiesQuery>);

/// Counts as every figure of reports is counted (counting.hpp); words are those the reader may see.
[[nodiscard]] Result<PrioritiesPage> load_priorities(const AddingUp& at, const PrioritiesQuery& query);

} // namespace poa::national_reports
