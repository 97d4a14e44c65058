// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what with the charter. Nobody may change it: that is a decision's effect alone.

#include "capabilities/identity/identity.hpp"

namespace poa::charter {

[[nodiscard]] const identity::PermissionTable& permissions();

/// The State for which the person heads a delegation; nothing where there is none.
[[nodiscard]] std::optional<identity::Body> headed_delegation(const identity::Actor& actor);
/// May the actor do it, for the State whose delegation the actor heads where there is one?
[[nodiscard]] Result<identity::Permit> permit(std::string_view command, const identity::Actor& actor);

} // namespace poa::charter
