// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lists of commitments. All of it is open to everyone: a State publishes what it undertakes, or does not.

#include "capabilities/commitments/store.hpp"

namespace poa::commitments {

/// Empty members leave everything in.
struct CommitmentFilter {
    std::string item, state, goal;
    std::optional<Stage> stage;
    std::int64_t need = 0; ///< 0: any or none
};
/// Newest first, those before `before` where it is not 0, at most `count`.
[[nodiscard]] std::vector<Commitment>
commitments_for(storage::Session& session, const CommitmentFilter& filter, Id<Commitment> before, int count);
/// The newest version; nothing where there is none.
[[nodiscard]] std::optional<Goal> goal_now(storage::Session& session, std::string_view key);

} // namespace poa::commitments
