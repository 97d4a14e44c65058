// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/membership.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

Refusal refusal(std::string code) {
    Refusal made = Refusal::because(Refusal::Kind::rule, std::move(code));
    made.reasons.back().clause = spec_of(clause::groups::membership).number;
    return made;
}

bool is_member(const std::vector<GroupMember>& members, const GroupMember& one) {
    return std::ranges::find(members, one.state, &GroupMember::state) != members.end();
}

std::int64_t members_of(const std::vector<GroupMember>& members, const std::string& region) {
    return std::ranges::count(members, region, &GroupMember::region);
}

Result<void> check_tandem(const GroupMember& joining, const std::optional<GroupMember>& partner) {
    if (!partner) return refuse(refusal("groups.partner_required"));
    if (partner->region == joining.region)
        return refuse(refusal("groups.partner_of_own_region").with("region", joining.region));
    return {};
}

Result<void> check_balance(const std::vector<GroupMember>& after, const GroupMember& joining,
                           const std::vector<std::string>& regions) {
    std::int64_t fewest = members_of(after, joining.region);
    for (const std::string& region : regions) fewest = std::min(fewest, members_of(after, region));
    const std::int64_t own = members_of(after, joining.region);
    if (own <= fewest + 1) return {};
    return refuse(refusal("groups.region_ahead")
                      .with("region", joining.region)
                      .with("members", std::to_string(own - 1))
                      .with("fewest", std::to_string(fewest)));
}

} // namespace

Result<std::vector<GroupMember>> join_group(const Charter& charter, std::vector<GroupMember> members,
                                            const GroupMember& joining,
                                            const std::optional<GroupMember>& partner,
                                            const std::vector<std::string>& regions) {
    if (is_member(members, joining))
        return refuse(refusal("groups.member_already").with("state", joining.state));
    const std::string& rule = charter[clause::groups::membership];
    if (rule == "tandem")
        if (auto may = check_tandem(joining, partner); !may) return refuse(may.error());
    members.push_back(joining);
    if (partner && !is_member(members, *partner)) members.push_back(*partner);
    if (rule == "regionally_balanced")
        if (auto may = check_balance(members, joining, regions); !may) return refuse(may.error());
    return members;
}

} // namespace poa::charter
