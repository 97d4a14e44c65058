// SPDX-License-Identifier: Apache-2.0
#pragma once
// The agreed framework of responsible State behaviour: instruments, items below them, and what is known of
// them. The front header: other capabilities include only this.
//
//   const auto framework = current.of(session);            // CurrentFramework, one for the process
//   framework->item("norm-f")->item().titles.in("fr").text
//   framework->checklist_of("norm-f")                      // practical actions, each with its key and level
//   framework_at(session, end_of(day))                     // as it stood on a day

#include "capabilities/acquis/commands/register_instrument.hpp"
#include "capabilities/acquis/effects_items.hpp"
#include "capabilities/acquis/framework.hpp"
#include "capabilities/acquis/keeping_notes.hpp"
#include "capabilities/acquis/queries.hpp"
#include "capabilities/acquis/queries_notes.hpp"
#include "capabilities/acquis/store_notes.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::acquis {

/// For storage::migrate, after those of decisions.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::acquis
