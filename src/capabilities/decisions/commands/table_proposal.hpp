// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct Revision; ///< tag of Id<Revision>
struct TableProposal {
    Id<Proposal> proposal;
    Id<Revision> revision; ///< of the draft that the sender saw
};
[[nodiscard]] const Input<TableProposal>& input_of(Of<TableProposal>);

/// The draft becomes official: it gets its symbol, the day of the meeting it is for, and every reader sees
/// it. What cannot be applied cannot be tabled. Records "decisions.table_proposal" (symbol, title, effect,
/// matter, body, meeting, sha256 of the text) for everyone. Refuses: problems_of_tabling and what the
/// effect's check refuses, all together; "decisions.no_meeting" (body); "decisions.not_in_this_stage";
/// "decisions.changed_meanwhile".
[[nodiscard]] Result<Proposal> table_proposal(ledger::Work& work, const identity::Actor& actor,
                                              const Mechanism& mechanism, const TableProposal& request);

} // namespace poa::decisions
