// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/permissions.hpp"

#include <array>

namespace poa::members {

std::span<const CommandGrant> permissions() {
    static constexpr std::array table{CommandGrant{"members.load_reference", "operator"}};
    return table;
}

} // namespace poa::members
