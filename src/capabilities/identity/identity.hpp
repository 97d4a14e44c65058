// SPDX-License-Identifier: Apache-2.0
#pragma once
// People, how they sign in, and in what capacity they act. The front header: other capabilities include only
// this.
//
// A command of another capability takes `const Actor& actor`, asks its own PermissionTable, and writes
// `permit->on_behalf()` and `actor.person().number` into its journal entry. A query takes `actor.reader()`.

#include "capabilities/identity/actor.hpp"
#include "capabilities/identity/permission_table.hpp"
#include "capabilities/identity/reader.hpp"
#include "capabilities/identity/role.hpp"
#include "storage/database.hpp"
#include "storage/migrations.hpp"

#include <optional>
#include <span>
#include <string>

namespace poa::identity {

/// The tables of this capability, for storage::migrate.
[[nodiscard]] std::span<const storage::Migration> migrations();

/// Who may run identity's own commands.
[[nodiscard]] const PermissionTable& permissions();

/// What a person is called; nothing where there is no such person. Names are for those who may see the body
/// the person acts for: the caller decides.
[[nodiscard]] std::optional<std::string> name_of_person(storage::Session& session, Id<Person> person);

/// Whether the appointment that a permit rests on holds at this moment, as this transaction sees it: for acts
/// that bind a State, asked again after the permission, because somebody may have ended it meanwhile. Refuses
/// (not_permitted) "identity.appointment_over" (role, body). Standings nobody is appointed to always hold.
[[nodiscard]] Result<void> still_holds(storage::Session& session, const Actor& actor, const Permit& permit,
                                       Instant now);

} // namespace poa::identity
