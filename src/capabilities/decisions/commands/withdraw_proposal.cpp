// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/withdraw_proposal.hpp"

namespace poa::decisions {

const Input<WithdrawProposal>& input_of(Of<WithdrawProposal>) {
    static const auto input =
        Input<WithdrawProposal>("decisions.withdraw_proposal").id("proposal", &WithdrawProposal::proposal);
    return input;
}

Result<Proposal> withdraw_proposal(ledger::Work& work, const identity::Actor& actor,
                                   const WithdrawProposal& request) {
    if (auto may = may_act_for_a_proposer(work, actor, "decisions.withdraw_proposal"); !may)
        return refuse(may.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    auto permit = act_for_proposer(work, actor, "decisions.withdraw_proposal", found->proposer);
    if (!permit) return refuse(permit.error());
    const bool was_draft = found->symbol.empty();
    found->ended = work.now();
    if (auto gone = go_on(work.session(), *found, Verb::withdraw); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("decisions.withdraw_proposal", *permit, actor, *found);
    if (was_draft) entry.audience = Audience::own_delegation;
    work.record(entry);
    return found;
}

} // namespace poa::decisions
