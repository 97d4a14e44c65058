// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calls for views, coded positions, and the consolidated summary that can be checked. The front header: other
// capabilities include only this.

#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/commands/keep_bands.hpp"
#include "capabilities/views/commands/keep_claims.hpp"
#include "capabilities/views/standing.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::views {

/// For storage::migrate, after those of documents.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::views
