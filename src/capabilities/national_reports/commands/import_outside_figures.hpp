// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/store_outside.hpp"

namespace poa::national_reports {

struct ImportOutsideFigures {
    Upload file;
};
[[nodiscard]] const Input<ImportOutsideFigures>& input_of(Of<ImportOutsideFigures>);

/// Takes in figures that somebody outside published, as parse_outside_figures reads them, with their source.
/// They are shown as that source's and enter no figure of what States report. Records
/// "national_reports.import_outside_figures" (indicator, source, address, licence, values, sha256) for
/// everybody. Refuses as the permission table and parse_outside_figures; (bad_input)
/// "national_reports.no_such_state" (value), every one of them; (conflict) "national_reports.outside_stands":
/// that very file stands already.
[[nodiscard]] Result<KeptOutside> import_outside_figures(ledger::Work& work, const identity::Actor& actor,
                                                         const ImportOutsideFigures& request,
                                                         const members::Register& states);

} // namespace poa::national_reports
