// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to the page of questions about a report.

#include "capabilities/national_reports/pages_asked.hpp"
#include "capabilities/national_reports/pages_reports_loading.hpp"

namespace poa::national_reports {

/// `about`: key of the question to be asked about; empty: none yet. Refuses (not_found)
/// "national_reports.no_such_state_or_year"; "national_reports.no_such_released_answer" where the reader may
/// not read that one.
[[nodiscard]] Result<ReportQuestionsPage> load_report_questions(const ReportReading& reading,
                                                                std::string_view state, std::int64_t year,
                                                                std::string_view about);

} // namespace poa::national_reports
