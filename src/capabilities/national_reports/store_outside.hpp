// SPDX-License-Identifier: Apache-2.0
#pragma once
// Figures of others, as they are kept.

#include "base/bytes.hpp"
#include "base/id.hpp"
#include "capabilities/national_reports/outside_figures.hpp"
#include "storage/database.hpp"

#include <optional>
#include <vector>

namespace poa::national_reports {

struct OutsideSet; ///< tag of Id<OutsideSet>

struct KeptOutside {
    Id<OutsideSet> id;
    OutsideFigures figures; ///< in lists without its values
    Sha256 digest;
    std::string imported_by; ///< body
    std::int64_t person = 0;
    Instant at;
    std::optional<Instant> ended_at;
};

namespace store {

Id<OutsideSet> add_outside(storage::Session& session, const KeptOutside& kept);
/// With its values, by State and year.
[[nodiscard]] std::optional<KeptOutside> outside(storage::Session& session, Id<OutsideSet> id);
/// Those that stand, newest first.
[[nodiscard]] std::vector<KeptOutside> outside_sets(storage::Session& session);
/// False where it had ended already.
[[nodiscard]] bool end_outside(storage::Session& session, Id<OutsideSet> id, Instant at);

} // namespace store
} // namespace poa::national_reports
