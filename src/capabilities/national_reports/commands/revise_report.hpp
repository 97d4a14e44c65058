// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct ReviseReport {
    Id<NationalReport> report;
};
[[nodiscard]] const Input<ReviseReport>& input_of(Of<ReviseReport>);

/// A revision is filled in; the release stands until the next one. Records "national_reports.revise_report".
/// Refuses as act_on_report; (rule) "national_reports.not_at_this_stage".
[[nodiscard]] Result<KeptReport> revise_report(ledger::Work& work, const identity::Actor& actor,
                                               const ReviseReport& request);

} // namespace poa::national_reports
