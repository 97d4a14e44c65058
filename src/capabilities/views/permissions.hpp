// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what with calls for views and positions.

#include "capabilities/identity/identity.hpp"

namespace poa::views {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::views
