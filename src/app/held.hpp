// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the record holds of a State, or of an item of the framework, gathered from the capabilities above.

#include "capabilities/acquis/module.hpp"
#include "capabilities/members/module.hpp"
#include "storage/database.hpp"

namespace poa::app {

/// For members::ModuleLinks. `database` must outlive what is returned.
[[nodiscard]] members::ModuleLinks held_in(storage::Database& database, const Clock& clock,
                                           const members::CurrentRegister& states);

/// How many States report on the item, as far as the reader may see.
[[nodiscard]] std::vector<acquis::HeldOfItem> held_of_item(storage::Session& session, const web::Visit& visit,
                                                           std::string_view item);
/// For acquis::ModuleLinks: that, and the needs that States name for it. `states` must outlive what is
/// returned.
[[nodiscard]] acquis::HeldOf held_of_items(const members::CurrentRegister& states);

} // namespace poa::app
