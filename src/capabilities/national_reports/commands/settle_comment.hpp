// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct SettleComment {
    Id<NationalReport> report;
    std::int64_t comment = 0;
};
[[nodiscard]] const Input<SettleComment>& input_of(Of<SettleComment>);

/// The remark needs nothing more. Records "national_reports.settle_comment" (comment). Refuses as
/// act_on_report; (not_found) "national_reports.no_such_comment".
[[nodiscard]] Result<KeptReport> settle_comment(ledger::Work& work, const identity::Actor& actor,
                                                const SettleComment& request);

} // namespace poa::national_reports
