// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States undertake of their own free will, and goals agreed together. The front header: other
// capabilities include only this.

#include "capabilities/commitments/commitment.hpp"
#include "capabilities/commitments/effects_goal.hpp"
#include "capabilities/commitments/queries.hpp"
#include "capabilities/commitments/store.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::commitments {

/// For storage::migrate, after those of national_reports.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::commitments
