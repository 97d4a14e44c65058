// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/let_lapse.hpp"

namespace poa::decisions {

const Input<LetLapse>& input_of(Of<LetLapse>) {
    static const auto input = Input<LetLapse>("decisions.let_lapse").id("proposal", &LetLapse::proposal);
    return input;
}

Result<Proposal> let_lapse(ledger::Work& work, const identity::Actor& actor, const LetLapse& request) {
    auto permit = act_for_chair(work, actor, "decisions.let_lapse");
    if (!permit) return refuse(permit.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    if (found->meeting && Day::of(work.now()) <= *found->meeting)
        return refuse(Refusal::because(Refusal::Kind::rule, "decisions.meeting_not_over")
                          .with("meeting", found->meeting->iso()));
    found->ended = work.now();
    if (auto gone = go_on(work.session(), *found, Verb::lapse); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("decisions.let_lapse", *permit, actor, *found);
    if (found->meeting) entry.facts = {{"meeting", found->meeting->iso()}};
    work.record(entry);
    return found;
}

} // namespace poa::decisions
