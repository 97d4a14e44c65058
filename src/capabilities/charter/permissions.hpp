// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what with the charter. Nobody may change it: that is a decision's effect alone.

#include "capabilities/identity/identity.hpp"

namespace poa::charter {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::charter
