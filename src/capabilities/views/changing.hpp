// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands that change one position share.

#include "base/refusal.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/views/store.hpp"

#include <memory>
#include <string>

namespace poa::views::changing {

/// The cell a request speaks of.
struct Cell {
    std::shared_ptr<const QuestionSet> questions;
    const Variable* variable = nullptr;
    store::KeptActor actor;
    std::optional<store::KeptPosition> position; ///< empty: nothing was read there yet
};
/// Refuses "views.no_questions" (rule), "views.no_such_actor", "views.no_such_question" (not_found). `actor`
/// as in addresses: the ISO code in any case, or the stakeholder's.
[[nodiscard]] Result<Cell> find_cell(storage::Session& session, std::string_view actor,
                                     std::string_view variable);

/// Refuses "views.stale" (conflict) where `revision` (as a form carried it; empty: not said) is not that of
/// the position now: somebody changed it since it was looked at.
[[nodiscard]] Result<void> check_revision(const Cell& cell, std::string_view revision);

/// Answer and strength as typed. Refuses (bad_input; fields answer, strength) what parse_answer refuses and
/// "views.strength_unknown".
struct Read {
    Answer answer;
    Strength strength = Strength::none;
};
[[nodiscard]] Result<Read> read(const Cell& cell, std::string_view answer, std::string_view strength);

/// Ties the phrase to its passage in the actor's papers. Refuses (bad_input; field quote)
/// "views.quote_nowhere", "views.quote_twice".
[[nodiscard]] Result<void> tie(storage::Session& session, const Cell& cell, store::KeptPosition& position,
                               std::string_view quote);

/// The entry of an act on that cell. An answer in free words goes into the ledger by its digest.
[[nodiscard]] ledger::Entry entry(std::string act, const identity::Permit& permit,
                                  const identity::Actor& actor, const Cell& cell,
                                  const std::optional<Answer>& answer, Strength strength);

/// What a change gives back.
struct Changed {
    std::string actor, variable;
    std::int64_t revision = 0;
};
/// Saves; refuses "views.stale" (conflict) where somebody was faster.
[[nodiscard]] Result<Changed> save(ledger::Work& work, const Cell& cell, store::KeptPosition position);

} // namespace poa::views::changing
