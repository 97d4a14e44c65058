// SPDX-License-Identifier: Apache-2.0
#pragma once
// Needs as a reader may know them: what a State shares of its answers, and what it withdrew to itself alone.

#include "capabilities/identity/identity.hpp"
#include "capabilities/national_reports/store_needs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// Empty members leave everything in.
struct NeedFilter {
    std::string item, area;
    std::optional<std::vector<std::string>> states; ///< codes; none of them: nothing is found
    std::optional<NeedStage> stage;
    std::int64_t year = 0; ///< 0: of each State's newest report to a survey
};

/// Newest first, those before `before` where it is not 0, at most `count`. Parties are left out.
[[nodiscard]] std::vector<KeptNeed> needs_for(storage::Session& session, const identity::Reader& reader,
                                              const NeedFilter& filter, Id<Need> before, int count);

/// How many needs a State names in an area, of those the reader may see.
struct NeedTally {
    std::string state, area;
    std::int64_t needs = 0;
};
/// By State and area.
[[nodiscard]] std::vector<NeedTally> tally_needs(storage::Session& session, const identity::Reader& reader,
                                                 const NeedFilter& filter);

/// Nothing where it is gone or not for this reader.
[[nodiscard]] std::optional<KeptNeed> need_for(storage::Session& session, const identity::Reader& reader,
                                               Id<Need> id);

/// The option that was chosen, in that language where the survey has it; else the State's own words.
[[nodiscard]] std::string words_of(storage::Session& session, const KeptNeed& need,
                                   std::string_view language);

} // namespace poa::national_reports
