// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what with documents.

#include "capabilities/documents/document.hpp"
#include "capabilities/identity/identity.hpp"

#include <string_view>

namespace poa::documents {

[[nodiscard]] const identity::PermissionTable& permissions();
/// In whose name the actor runs the command, or the refusal.
[[nodiscard]] Result<By> permitted(std::string_view command, const identity::Actor& actor);

} // namespace poa::documents
