// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about reviews by peers. Whether there are any is the charter's (clause 12.8); that a State
// is the one under review, or one that reviews, is asked by each command.

#include "capabilities/identity/identity.hpp"

namespace poa::peer_review {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::peer_review
