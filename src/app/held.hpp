// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the record holds of a State, gathered from the capabilities above members.

#include "capabilities/members/module.hpp"
#include "storage/database.hpp"

namespace poa::app {

/// For members::ModuleLinks. `database` must outlive what is returned.
[[nodiscard]] members::ModuleLinks held_in(storage::Database& database, const Clock& clock,
                                           const members::CurrentRegister& states);

} // namespace poa::app
