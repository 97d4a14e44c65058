// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct ReviseDraft {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< how often it had been written, as the sender saw it
    std::string text;
};
[[nodiscard]] const Input<ReviseDraft>& input_of(Of<ReviseDraft>);

/// Who drafts a proposal writes its text anew. Records "decisions.revise_draft" (sha256 of the text), seen by
/// its author alone. Refuses as `act_for_proposer`, `may`; (bad_input, text) "decisions.wording_needed",
/// "decisions.brackets_unbalanced", "decisions.unknown_reference"; (conflict) "decisions.draft_changed"
/// (now, yours) where a colleague wrote it anew meanwhile.
[[nodiscard]] Result<TextChanged> revise_draft(ledger::Work& work, const identity::Actor& actor,
                                               const ReviseDraft& request);

} // namespace poa::decisions
