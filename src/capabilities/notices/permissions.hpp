// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about notices: each person with the own ones, and the secretariat with mails that do not
// arrive.

#include "capabilities/identity/identity.hpp"

namespace poa::notices {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::notices
