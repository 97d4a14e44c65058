// SPDX-License-Identifier: Apache-2.0
#pragma once
// Voluntary reviews of national implementation by peers. The front header: other capabilities include only
// this.

#include "capabilities/peer_review/review.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::peer_review {

/// For storage::migrate, after those of national_reports.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::peer_review
