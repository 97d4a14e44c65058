// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/correct_vote.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/voices.hpp"

#include <algorithm>

namespace poa::decisions {

const Input<CorrectVote>& input_of(Of<CorrectVote>) {
    static const auto input =
        Input<CorrectVote>("decisions.correct_vote")
            .id("proposal", &CorrectVote::proposal)
            .id("question", &CorrectVote::question)
            .choice("voice", &CorrectVote::voice,
                    {.label = N_("The vote that your State meant"), .choices = voice_choices()});
    return input;
}

Result<Vote> correct_vote(ledger::Work& work, const identity::Actor& actor, const CorrectVote& request) {
    auto who = act_for_state(work, actor, "decisions.correct_vote");
    if (!who) return refuse(who.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    const Question& question = matter->question;
    auto own = store::vote_of(work.session(), question.id, who->state);
    if (auto may = may_correct(question, own ? &*own : nullptr, work.now()); !may) return refuse(may.error());
    own->corrected = parse_voice(request.voice).value();
    // After the end it comes after it, whatever the clock says: it does not count.
    own->corrected_at = moment_of(question, work.now());
    if (question.ended)
        own->corrected_at = std::max(*own->corrected_at, Instant{question.ended->microseconds + 1});
    store::correct_vote(work.session(), question.id, *own);
    ledger::Entry entry = entry_on("decisions.correct_vote", who->permit, actor, *matter);
    entry.clause = charter::spec_of(charter::clause::decisions::correction_hours).number;
    entry.audience = question.roll_call ? Audience::everyone : Audience::own_delegation;
    entry.facts.emplace_back("voice", request.voice);
    entry.facts.emplace_back("counts", question.is_open() ? "true" : "false");
    work.record(entry);
    return *own;
}

} // namespace poa::decisions
