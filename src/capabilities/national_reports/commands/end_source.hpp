// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/store_sources.hpp"

namespace poa::national_reports {

struct EndSource {
    Id<SourceReport> source;
    std::string reason;
};
[[nodiscard]] const Input<EndSource>& input_of(Of<EndSource>);

/// A document is a report no more: by the body whose it is, which has the last word on what speaks for it, or
/// by the secretariat. Records "national_reports.end_source" (year, symbol, reason) for everybody. Refuses as
/// the permission table; (not_found) "national_reports.no_such_source": not there, ended, or of others.
[[nodiscard]] Result<KeptSource> end_source(ledger::Work& work, const identity::Actor& actor,
                                            const EndSource& request);

} // namespace poa::national_reports
