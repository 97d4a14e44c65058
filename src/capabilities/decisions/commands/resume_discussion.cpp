// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/resume_discussion.hpp"

namespace poa::decisions {

const Input<ResumeDiscussion>& input_of(Of<ResumeDiscussion>) {
    static const auto input =
        Input<ResumeDiscussion>("decisions.resume_discussion")
            .id("proposal", &ResumeDiscussion::proposal)
            .multiline("reason", &ResumeDiscussion::reason,
                       {.label = N_("Reason"), .hint = N_("Shown to everyone."), .characters_max = 1'000});
    return input;
}

Result<Proposal> resume_discussion(ledger::Work& work, const identity::Actor& actor,
                                   const ResumeDiscussion& request) {
    auto permit = act_for_chair(work, actor, "decisions.resume_discussion");
    if (!permit) return refuse(permit.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    found->resumes.reset();
    if (auto gone =
            go_on(work.session(), *found, found->stage == Stage::blocked ? Verb::reopen : Verb::resume);
        !gone)
        return refuse(gone.error());
    ledger::Entry entry = entry_of("decisions.resume_discussion", *permit, actor, *found);
    entry.facts = {{"reason", request.reason}};
    work.record(entry);
    return found;
}

} // namespace poa::decisions
