// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/store_outside.hpp"

namespace poa::national_reports {

struct EndOutsideFigures {
    Id<OutsideSet> figures;
    std::string reason;
};
[[nodiscard]] const Input<EndOutsideFigures>& input_of(Of<EndOutsideFigures>);

/// The figures are shown no more. Records "national_reports.end_outside_figures" (indicator, reason) for
/// everybody. Refuses as the permission table; (not_found) "national_reports.no_such_outside_figures".
[[nodiscard]] Result<KeptOutside> end_outside_figures(ledger::Work& work, const identity::Actor& actor,
                                                      const EndOutsideFigures& request);

} // namespace poa::national_reports
