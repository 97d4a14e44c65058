// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: rulings of the Chair, and the States that a draft is shared with.

#include "capabilities/decisions/ruling.hpp"
#include "capabilities/decisions/store.hpp"

namespace poa::decisions::store {

/// `id` and what is of the appeal are not read; gives the new id.
[[nodiscard]] Id<Ruling> add_ruling(storage::Session& session, const Ruling& ruling, PersonId by);
/// Who appealed, why, when, and the question. False where somebody was faster.
[[nodiscard]] bool add_appeal(storage::Session& session, const Ruling& ruling);
/// Oldest first.
[[nodiscard]] std::vector<Ruling> rulings_of(storage::Session& session, Id<Proposal> proposal);
/// The vote on an appeal that is open; nothing where none is.
[[nodiscard]] std::optional<Question> open_appeal(storage::Session& session, Id<Proposal> proposal);

/// Shares it, or shares it again. False where it was shared already.
[[nodiscard]] bool add_invitation(storage::Session& session, Id<Proposal> proposal, std::string_view state,
                                  PersonId by, Instant now);
/// False where it was not shared with that State.
[[nodiscard]] bool end_invitation(storage::Session& session, Id<Proposal> proposal, std::string_view state,
                                  Instant now);
/// ISO3 of the States it is shared with.
[[nodiscard]] std::vector<std::string> invited_to(storage::Session& session, Id<Proposal> proposal);
/// Whether it is shared with that State, or that State sponsors it.
[[nodiscard]] bool is_shared_with(storage::Session& session, Id<Proposal> proposal, std::string_view state);

} // namespace poa::decisions::store
