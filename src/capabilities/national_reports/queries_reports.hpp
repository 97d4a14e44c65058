// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be asked about reports: releases as a reader may see them, reports as their own delegation does.

#include "capabilities/national_reports/keeping.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// The newest release of a report, with the answers that this reader may see and no word of others.
struct ReadableRelease {
    KeptReport report;
    KeptRelease release;
    std::shared_ptr<const Survey> survey;
    std::vector<ReleasedAnswer> answers; ///< in the order of the survey
};
/// Releases that stand, of a State for a year; of one survey where `survey` is not empty. That a State
/// reported is public (its entry in the ledger says so); what it said is for whom it chose.
[[nodiscard]] std::vector<ReadableRelease> releases_for(storage::Session& session,
                                                        const identity::Reader& reader,
                                                        std::string_view state, std::int64_t year,
                                                        std::string_view survey = {});

/// The report for somebody who fills it in. Refuses (not_signed_in, not_permitted) as the permission of
/// saving; (not_found) "national_reports.no_such_report".
[[nodiscard]] Result<KeptReport> report_to_fill_in(storage::Session& session, const identity::Actor& actor,
                                                   Id<NationalReport> id, Day today);
/// Everything the actor may fill in, newest first: of the own State, and of those helped today.
[[nodiscard]] std::vector<KeptReport> reports_to_fill_in(storage::Session& session,
                                                         const identity::Actor& actor, Day today);

} // namespace poa::national_reports
