// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/asking.hpp"

namespace poa::decisions {

struct Revision; ///< tag of Id<Revision>
struct TableProposal {
    Id<Proposal> proposal;
    Id<Revision> revision;   ///< of the proposal that the sender saw
    Id<TextVersion> version; ///< of its text: how often the draft had been written, as the sender saw it
};
[[nodiscard]] const Input<TableProposal>& input_of(Of<TableProposal>);

/// The draft becomes official: it gets its symbol, the day of the meeting it is for, and every reader sees
/// it. What cannot be applied cannot be tabled. Records "decisions.table_proposal" (symbol, title, effect,
/// matter, body, meeting, sha256 of the text) for everyone. Refuses: problems_of_tabling and what the
/// effect's check refuses, and at every paragraph "decisions.draft_brackets" (paragraph, number) and
/// "decisions.draft_reference" (paragraph, number, reference), all together; "decisions.no_meeting";
/// "decisions.not_in_this_stage"; (conflict) "decisions.changed_meanwhile",
/// "decisions.draft_reads_otherwise".
[[nodiscard]] Result<Proposal> table_proposal(ledger::Work& work, const identity::Actor& actor,
                                              const Mechanism& mechanism, const TableProposal& request);

} // namespace poa::decisions
