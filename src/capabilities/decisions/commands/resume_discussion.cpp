// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/resume_discussion.hpp"

#include "capabilities/decisions/store.hpp"

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

bool resume_when_due(ledger::Work& work, Id<Proposal> id) {
    auto found = store::proposal(work.session(), id);
    if (!found || found->stage != Stage::in_mediation || !found->resumes ||
        Day::of(work.now()) < *found->resumes)
        return false;
    const Day due = *found->resumes;
    found->resumes.reset();
    auto gone = go_on(work.session(), *found, Verb::resume);
    require(gone.has_value(), "a proposal in mediation, as this transaction read it");
    ledger::Entry entry = entry_of("decisions.resume_discussion", {}, identity::Actor::visitor(), *found);
    entry.facts = {{"due", due.iso()}};
    work.record(entry);
    return true;
}

} // namespace poa::decisions
