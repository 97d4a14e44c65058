// SPDX-License-Identifier: Apache-2.0
#pragma once
// Needs follow the releases they stand in.

#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

/// The needs of a release that was just made take the place of those of the release before it.
void keep_needs(ledger::Work& work, const KeptReport& report, const Survey& survey,
                std::span<const ReleasedAnswer> release);
/// With a release that is withdrawn its needs are gone.
void drop_needs(ledger::Work& work, Id<NationalReport> report);

} // namespace poa::national_reports
