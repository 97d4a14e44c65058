// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct PutUpReport {
    Id<NationalReport> report;
};
[[nodiscard]] const Input<PutUpReport>& input_of(Of<PutUpReport>);

/// Before the approving authority. What nobody has confirmed is left out of the release, not in the way of
/// it. Records "national_reports.put_up_report" (answers). Refuses as act_on_report; (rule)
/// "national_reports.not_at_this_stage"; "national_reports.unsettled" (questions): two texts of an answer
/// stand beside each other; "national_reports.nothing_to_release".
[[nodiscard]] Result<KeptReport> put_up_report(ledger::Work& work, const identity::Actor& actor,
                                               const PutUpReport& request);

} // namespace poa::national_reports
