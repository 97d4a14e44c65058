// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may run which command of members. Identity, with its roles, is built on members, so this table names
// roles by their names and is read by app and by the manual. Nothing here asks it: what keeps others out is
// that the command line alone calls these commands and no route does.

#include <span>
#include <string_view>

namespace poa::members {

struct CommandGrant {
    std::string_view command;
    std::string_view role; ///< as identity's roles are called
};

[[nodiscard]] std::span<const CommandGrant> permissions();

} // namespace poa::members
