// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct WithdrawProposal {
    Id<Proposal> proposal;
};
[[nodiscard]] const Input<WithdrawProposal>& input_of(Of<WithdrawProposal>);

/// Who proposed it takes it back, until a question is open; a draft goes without having had a symbol. Records
/// "decisions.withdraw_proposal". Refuses "decisions.not_in_this_stage".
[[nodiscard]] Result<Proposal> withdraw_proposal(ledger::Work& work, const identity::Actor& actor,
                                                 const WithdrawProposal& request);

} // namespace poa::decisions
