// SPDX-License-Identifier: Apache-2.0
#pragma once
// Member States and observer States, their groups, and regional and other organisations. This is the front
// header: other capabilities include only this.
//
//   const auto states = current.now();                       // CurrentRegister, one for the process
//   states->display_name("CIV", Language::fr)                // "Côte d'Ivoire"
//   states->named("Netherlands (Kingdom of the)")            // for importers; any of the six languages
//   states->in_group("ldc", Day::of(now), Language::en)
//
// Tables of other capabilities refer to members_state (iso3) and members_organisation (key).

#include "capabilities/members/commands/load_reference.hpp"
#include "capabilities/members/current_register.hpp"
#include "capabilities/members/language.hpp"
#include "capabilities/members/name_key.hpp"
#include "capabilities/members/permissions.hpp"
#include "capabilities/members/register.hpp"
#include "capabilities/members/state.hpp"
#include "capabilities/members/tile_map.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::members {

/// Its tables.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::members
