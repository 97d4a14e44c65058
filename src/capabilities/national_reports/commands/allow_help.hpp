// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct AllowHelp {
    Id<NationalReport> report;
    std::string organisation; ///< key
    std::optional<Day> until;
};
[[nodiscard]] const Input<AllowHelp>& input_of(Of<AllowHelp>);

/// The State lets an organisation's representatives fill in this report with it, to the end of a day; each
/// answer says who saved it. They confirm, share, approve and submit nothing (A/78/76: stakeholders help
/// States report). Records "national_reports.allow_help" (organisation, until) for the own delegation.
/// Refuses as act_on_report; (bad_input) "national_reports.no_such_organisation" (value),
/// "national_reports.day_past".
[[nodiscard]] Result<KeptReport> allow_help(ledger::Work& work, const identity::Actor& actor,
                                            const AllowHelp& request);

} // namespace poa::national_reports
