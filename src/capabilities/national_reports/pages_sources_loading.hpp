// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_reports_loading.hpp"
#include "capabilities/national_reports/pages_sources.hpp"

namespace poa::national_reports {

/// Of one year, or of all where it is 0; of one body where it is not empty.
[[nodiscard]] std::vector<SourceRow> load_source_rows(const ReportReading& reading, std::int64_t year,
                                                      std::string_view body = {});
[[nodiscard]] SourcesPage load_sources(const ReportReading& reading, std::int64_t year);

} // namespace poa::national_reports
