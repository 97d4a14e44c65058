// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct DraftProposal {
    std::string title, agenda_item, body, effect, language, text, evidence;
    InputValues effect_fields; ///< as the effect's input reads them
    std::string group;         ///< of the Chair: the group whose proposal it is; empty: the Chair's own
};
[[nodiscard]] const Input<DraftProposal>& input_of(Of<DraftProposal>);

/// A draft, seen by who writes it alone. For the State, the organisation or the Chair that the actor acts
/// for. The matter is the effect's: nobody chooses the rule. Records "decisions.draft_proposal" for the own
/// delegation. Refuses (bad_input) "decisions.no_such_body", "decisions.no_such_effect",
/// "decisions.not_for_that_body" (effect, bodies), "decisions.group_is_of_chair", and what the effect's input
/// refuses, its fields as "effect_fields.NAME".
[[nodiscard]] Result<Proposal> draft_proposal(ledger::Work& work, const identity::Actor& actor,
                                              const Mechanism& mechanism, const DraftProposal& request);

} // namespace poa::decisions
