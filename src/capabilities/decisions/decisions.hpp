// SPDX-License-Identifier: Apache-2.0
#pragma once
// Proposals, negotiated texts, and decisions that take effect. The front header: other capabilities include
// only this.

#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/effects.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/question.hpp"
#include "capabilities/decisions/store_agreed.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::decisions {

/// For storage::migrate, after those of documents.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::decisions
