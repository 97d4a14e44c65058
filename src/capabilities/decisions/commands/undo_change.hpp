// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct UndoChange {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::int64_t changes = 1; ///< how many of the last ones
};
[[nodiscard]] const Input<UndoChange>& input_of(Of<UndoChange>);

/// The Chair undoes the last changes: a new version reads as the one before them, and amendments that they
/// took in are open again. Records "decisions.undo_change" (version, restored). Refuses as `act_for_chair`,
/// `open_text`; (conflict) "decisions.another_version" (newest) where the text went on meanwhile; (rule)
/// "decisions.nothing_to_undo", "decisions.no_change".
[[nodiscard]] Result<TextChanged> undo_change(ledger::Work& work, const identity::Actor& actor,
                                              const UndoChange& request);

} // namespace poa::decisions
