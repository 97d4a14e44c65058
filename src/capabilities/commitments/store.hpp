// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of commitments and goals, to types and back.

#include "capabilities/commitments/commitment.hpp"
#include "storage/database.hpp"

namespace poa::commitments {

/// Columns of a commitment, of table `c`, as `read_commitment` reads them.
#define POA_COMMITMENT_COLUMNS                                                                               \
    "c.id, c.state, c.title, c.words, c.language, c.item, c.goal, c.need, c.shown_by, c.due, c.stage, "      \
    "c.revision, c.published_at"

namespace store {

[[nodiscard]] Commitment read_commitment(const storage::Row& row);

/// With its first step. `revision` becomes 1, whatever it says.
[[nodiscard]] Id<Commitment> add_commitment(storage::Session& session, const Commitment& commitment,
                                            std::int64_t person);
/// A further step, and the stage after it. False where `step.number` is not the next any more.
[[nodiscard]] bool add_step(storage::Session& session, Id<Commitment> commitment, const Step& step);
[[nodiscard]] std::optional<Commitment> commitment(storage::Session& session, Id<Commitment> id);
[[nodiscard]] std::vector<Step> steps(storage::Session& session, Id<Commitment> id); ///< oldest first

/// The next version of it: the first where there is none.
void add_goal(storage::Session& session, const Goal& goal);
[[nodiscard]] std::vector<Goal> goals(storage::Session& session); ///< newest versions, by year and key
[[nodiscard]] std::vector<Goal> versions_of_goal(storage::Session& session, std::string_view key);

} // namespace store
} // namespace poa::commitments
