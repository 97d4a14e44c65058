// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: the chain that founds the mechanism.

#include "capabilities/decisions/chain.hpp"
#include "storage/database.hpp"

#include <optional>

namespace poa::decisions::store {

/// Nothing where none was begun.
[[nodiscard]] std::optional<Chain> founding_chain(storage::Session& session);
/// Needs: none was begun.
void add_chain(storage::Session& session, const Chain& chain);
/// Needs: a chain, and a step of it, from 0, that was not taken.
void take_step(storage::Session& session, std::size_t place, const StepAct& act, Instant now);

} // namespace poa::decisions::store
