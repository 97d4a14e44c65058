// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of needs, to types and back.

#include "capabilities/national_reports/needs.hpp"
#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports {

/// A need as it is kept.
struct KeptNeed {
    Id<Need> id;
    Id<NationalReport> report;
    std::string state; ///< ISO3
    std::int64_t year = 0;
    std::string survey; ///< key
    NeedEntry entry;    ///< `sharing` without `counted`
    NeedStage stage = NeedStage::open;
    std::string said; ///< by the State, of the stage
    std::int64_t release = 0;
    Instant since;
};

/// The columns of a KeptNeed, of table `n`, as `read_need` reads them.
#define POA_NEED_COLUMNS                                                                                     \
    "n.id, n.report, n.state, n.year, n.survey, n.question, n.entry, n.item, n.area, n.words, n.urgency, "   \
    "n.wanted, n.note, n.audience, n.stage, n.said, n.release, n.since"

namespace store {

/// Without parties.
[[nodiscard]] KeptNeed read_need(const storage::Row& row);

/// Kept as of this release, in place of what the report said of the same entry before; its stage stays.
void put_need(storage::Session& session, const KeptNeed& need, Instant at);
/// Those of the report that no release from `number` on has are gone from view. 0: all of it.
void remove_needs(storage::Session& session, Id<NationalReport> report, std::int64_t number, Instant at);
/// With its parties; nothing where it is gone.
[[nodiscard]] std::optional<KeptNeed> need(storage::Session& session, Id<Need> id);
void settle_need(storage::Session& session, Id<Need> id, NeedStage stage, std::string_view said, Instant at);

} // namespace store
} // namespace poa::national_reports
