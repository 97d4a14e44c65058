// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may join a working group, by the charter's rule of membership (clause 6.8).

#include "base/refusal.hpp"
#include "capabilities/charter/modalities.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poa::charter {

struct GroupMember {
    std::string state;  ///< ISO3
    std::string region; ///< key of its regional group
    bool operator==(const GroupMember&) const = default;
};

/// The members after `joining` has joined, with `partner` where one is named: it joins as well, unless it is
/// a member.
///
/// Open: everybody. Tandem (A/78/76, Italy): only with a State of another region. Regionally balanced
/// (A/78/76, Germany; the reply says balanced and no more, which is read as): no region may have more than
/// one member more than the region with the fewest of those in `regions`.
///
/// Refuses (rule, clause 6.8): "groups.member_already" (state), "groups.partner_required",
/// "groups.partner_of_own_region" (region), "groups.region_ahead" (region, members, fewest).
[[nodiscard]] Result<std::vector<GroupMember>>
join_group(const Charter& charter, std::vector<GroupMember> members, const GroupMember& joining,
           const std::optional<GroupMember>& partner, const std::vector<std::string>& regions);

} // namespace poa::charter
