// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/state.hpp"

namespace poa::members {

const Membership* State::membership(std::string_view group, Day day) const {
    if (!at(day)) return nullptr;
    for (const Membership& one : memberships)
        if (one.group == group && one.at(day)) return &one;
    return nullptr;
}

std::vector<const Membership*> State::memberships_at(Day day) const {
    std::vector<const Membership*> found;
    if (!at(day)) return found;
    for (const Membership& one : memberships)
        if (one.at(day)) found.push_back(&one);
    return found;
}

const Membership* State::electoral_group(Day day) const {
    if (!at(day)) return nullptr;
    for (const Membership& one : memberships)
        if (one.counts_for_elections && one.at(day)) return &one;
    return nullptr;
}

} // namespace poa::members
