// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct SubmitReport {
    Id<NationalReport> report;
    std::int64_t revision = 0; ///< of the report as the approver read it
};
[[nodiscard]] const Input<SubmitReport>& input_of(Of<SubmitReport>);

/// The approving authority releases the report: each answer to those it is shared with. Records
/// "national_reports.submit_report" for everyone: State, year, survey, release, number of answers and the
/// digest of what was released, never its content. Refuses as act_on_report; (conflict)
/// "national_reports.submitted_already" (by, at, release): another approver was faster;
/// "national_reports.changed_since" (questions, seen, now): what was read is not what would be released;
/// (rule) "national_reports.not_at_this_stage".
[[nodiscard]] Result<KeptRelease> submit_report(ledger::Work& work, const identity::Actor& actor,
                                                const SubmitReport& request);

} // namespace poa::national_reports
