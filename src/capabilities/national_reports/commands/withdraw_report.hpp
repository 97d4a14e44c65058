// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct WithdrawReport {
    Id<NationalReport> report;
    std::string reason; ///< for the own delegation
};
[[nodiscard]] const Input<WithdrawReport>& input_of(Of<WithdrawReport>);

/// The release is gone from every view; what the ledger says of it stays: nobody can be made to forget, but
/// nothing of the content is there. Records "national_reports.withdraw_report" for everyone: State, year,
/// survey, release, digest; the reason is sealed. Refuses as act_on_report; (rule)
/// "national_reports.not_at_this_stage", "national_reports.no_release".
[[nodiscard]] Result<KeptReport> withdraw_report(ledger::Work& work, const identity::Actor& actor,
                                                 const WithdrawReport& request);

} // namespace poa::national_reports
