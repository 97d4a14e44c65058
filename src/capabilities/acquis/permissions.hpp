// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about the framework. What is agreed changes by decision alone; the secretariat registers
// what was adopted by consensus; what is known of it is written by many, each in the own name.

#include "capabilities/identity/identity.hpp"

namespace poa::acquis {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::acquis
