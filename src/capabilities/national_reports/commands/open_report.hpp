// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct OpenReport {
    std::string state;  ///< ISO3
    std::string survey; ///< key; the version in use
    std::int64_t year = 0;
};
[[nodiscard]] const Input<OpenReport>& input_of(Of<OpenReport>);

/// A report that its State fills in; nobody else learns of it. Answers of the State's earlier reports are
/// filled in, marked for confirmation, each shared with whom it was. Records "national_reports.open_report"
/// (filled_in) for the own delegation. Refuses (not_found) "national_reports.no_survey_in_use" (survey);
/// (conflict) "national_reports.report_exists" (report, year).
[[nodiscard]] Result<KeptReport> open_report(ledger::Work& work, const identity::Actor& actor,
                                             const OpenReport& request);

} // namespace poa::national_reports
