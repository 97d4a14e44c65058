// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct SendBackReport {
    Id<NationalReport> report;
    std::string reason;
};
[[nodiscard]] const Input<SendBackReport>& input_of(Of<SendBackReport>);

/// The approving authority wants it otherwise. Records "national_reports.send_back_report" (reason). Refuses
/// as act_on_report; (rule) "national_reports.not_at_this_stage".
[[nodiscard]] Result<KeptReport> send_back_report(ledger::Work& work, const identity::Actor& actor,
                                                  const SendBackReport& request);

} // namespace poa::national_reports
