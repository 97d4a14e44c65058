// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: amendments, and what States declared.

#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/declaring.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace poa::decisions::store {

/// `id` and `number` of what is given are not read. Gives the number.
[[nodiscard]] std::int64_t add_amendment(storage::Session& session, Id<Proposal> proposal,
                                         const Amendment& amendment, std::int64_t person);
[[nodiscard]] std::optional<Amendment> amendment(storage::Session& session, Id<Proposal> proposal,
                                                 std::int64_t number);
/// In the order they were made; in O(those open).
[[nodiscard]] std::vector<Amendment> open_amendments(storage::Session& session, Id<Proposal> proposal);
/// All there were, newest first, with a number below `before` (0: from the newest), at most `count`.
[[nodiscard]] std::vector<Amendment> amendments(storage::Session& session, Id<Proposal> proposal,
                                                std::int64_t before, int count);
/// `version`: with which it was accepted or superseded; 0: none.
void end_amendment(storage::Session& session, Id<Proposal> proposal, std::int64_t number,
                   AmendmentStage stage, std::int64_t version, Instant now);
/// Those that ended with a version above `version` are open again.
void reopen_amendments(storage::Session& session, Id<Proposal> proposal, std::int64_t version);
/// Open amendments to one amend another from now on.
void move_children(storage::Session& session, Id<Proposal> proposal, std::int64_t from, std::int64_t to);

/// Takes the place of what that State declared there before.
void add_position(storage::Session& session, Id<Proposal> proposal, const Position& position,
                  std::int64_t person);
/// False where none stood.
[[nodiscard]] bool end_position(storage::Session& session, Id<Proposal> proposal, std::string_view paragraph,
                                std::string_view state, Instant now);
/// Those that stand, by State's code.
[[nodiscard]] std::vector<Position> positions(storage::Session& session, Id<Proposal> proposal);

} // namespace poa::decisions::store
