// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/cast_vote.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/voices.hpp"

namespace poa::decisions {

const Input<CastVote>& input_of(Of<CastVote>) {
    static const auto input =
        Input<CastVote>("decisions.cast_vote")
            .id("proposal", &CastVote::proposal)
            .id("question", &CastVote::question)
            .choice("voice", &CastVote::voice,
                    {.label = N_("The vote of your State"), .choices = voice_choices()});
    return input;
}

Result<Vote> cast_vote(ledger::Work& work, const identity::Actor& actor, const CastVote& request) {
    auto who = act_for_state(work, actor, "decisions.cast_vote");
    if (!who) return refuse(who.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    const Question& question = matter->question;
    const auto own = store::vote_of(work.session(), question.id, who->state);
    const bool entitled = store::is_entitled(work.session(), question.id, who->state);
    if (auto may = may_vote(question, entitled, own ? &*own : nullptr, work.now()); !may)
        return refuse(may.error());
    Vote made{who->state, parse_voice(request.voice).value(), moment_of(question, work.now()), {}, {}};
    store::add_vote(work.session(), question.id, made, actor.person());
    ledger::Entry entry = entry_on("decisions.cast_vote", who->permit, actor, *matter);
    entry.audience = question.roll_call ? Audience::everyone : Audience::own_delegation;
    entry.facts.emplace_back("voice", request.voice);
    work.record(entry);
    return made;
}

} // namespace poa::decisions
