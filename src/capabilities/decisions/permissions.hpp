// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about a decision. Deciding is for States alone (A/78/76 para. 17): no row lets anybody else
// object or vote, and no row lets anybody change what was agreed.

#include "capabilities/identity/identity.hpp"

namespace poa::decisions {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::decisions
