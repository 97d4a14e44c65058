// SPDX-License-Identifier: Apache-2.0
#pragma once
// The library of practices follows the releases: what a State offered stands there while a release that
// everybody may read has it.

#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

/// What is offered of the report and stands in its release becomes a practice of the framework's library, or
/// a further version of it; what does not stand there any more is gone from it. `release` empty: all of it.
void keep_practices(ledger::Work& work, const KeptReport& report, const Survey& survey,
                    std::span<const ReleasedAnswer> release, std::int64_t person);
/// The offer is taken back, and its practice is gone from the library.
void drop_offer(ledger::Work& work, const KeptReport& report, std::string_view question, std::int64_t person);

} // namespace poa::national_reports
