// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct EndHelp {
    Id<NationalReport> report;
    std::string organisation; ///< key
};
[[nodiscard]] const Input<EndHelp>& input_of(Of<EndHelp>);

/// The organisation fills in no more, from this moment. Records "national_reports.end_help" (organisation).
/// Refuses as act_on_report; (not_found) "national_reports.no_such_helper".
[[nodiscard]] Result<KeptReport> end_help(ledger::Work& work, const identity::Actor& actor,
                                          const EndHelp& request);

} // namespace poa::national_reports
