// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about commitments: whoever binds a State, for that State alone.

#include "capabilities/identity/identity.hpp"

namespace poa::commitments {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::commitments
