// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/share_draft.hpp"

#include "capabilities/decisions/store_rulings.hpp"

namespace poa::decisions {

const Input<ShareDraft>& input_of(Of<ShareDraft>) {
    static const auto input = Input<ShareDraft>("decisions.share_draft")
                                  .id("proposal", &ShareDraft::proposal)
                                  .line("state", &ShareDraft::state,
                                        {.label = N_("State that may read the draft and sponsor it"),
                                         .hint = N_("Its code of three letters."),
                                         .characters_max = 3});
    return input;
}

Result<Proposal> share_draft(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                             const ShareDraft& request) {
    auto found = own_draft(work, actor, "decisions.share_draft", request.proposal);
    if (!found) return refuse(found.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!is_member_state(*mechanism.states.now(), request.state, Day::of(work.now())))
        problems.add_field("state", "decisions.no_member_state", {{"state", request.state}});
    if (found->proposal.proposer == "state:" + request.state)
        problems.add_field("state", "decisions.own_state");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    if (!store::add_invitation(work.session(), request.proposal, request.state, actor.person(), work.now()))
        return refuse(Refusal::Kind::conflict, "decisions.shared_already");
    ledger::Entry entry = entry_of("decisions.share_draft", found->permit, actor, found->proposal);
    entry.audience = Audience::own_delegation;
    entry.facts = {{"state", request.state}};
    work.record(entry);
    return found->proposal;
}

} // namespace poa::decisions
