// SPDX-License-Identifier: Apache-2.0
#pragma once
// Documents that stand as reports.

#include "capabilities/national_reports/source_report.hpp"
#include "storage/database.hpp"

namespace poa::national_reports {

struct KeptSource {
    Id<SourceReport> id;
    std::string body; ///< "state:ALB", "organisation:pacific-islands-forum"
    std::int64_t year = 0;
    std::string document; ///< slug
    std::string symbol;
    std::vector<SourcePassage> passages;
    std::string registered_by; ///< body
    std::int64_t person = 0;
    Instant at;
    std::optional<Instant> ended_at;
};

namespace store {

Id<SourceReport> add_source(storage::Session& session, const KeptSource& source);
[[nodiscard]] std::optional<KeptSource> source(storage::Session& session, Id<SourceReport> id);
/// False where it had ended already.
[[nodiscard]] bool end_source(storage::Session& session, Id<SourceReport> id, Instant at);
/// Those that stand, by year (newest first), body and symbol; of one year where `year` is not 0, of one body
/// where `body` is not empty.
[[nodiscard]] std::vector<KeptSource> sources(storage::Session& session, std::int64_t year,
                                              std::string_view body = {});

} // namespace store
} // namespace poa::national_reports
