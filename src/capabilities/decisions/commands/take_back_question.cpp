// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/take_back_question.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<TakeBackQuestion>& input_of(Of<TakeBackQuestion>) {
    static const auto input =
        Input<TakeBackQuestion>("decisions.take_back_question")
            .id("proposal", &TakeBackQuestion::proposal)
            .id("question", &TakeBackQuestion::question)
            .multiline("reason", &TakeBackQuestion::reason,
                       {.label = N_("Reason"), .hint = N_("Shown to everyone."), .characters_max = 1'000});
    return input;
}

Result<Question> take_back_question(ledger::Work& work, const identity::Actor& actor,
                                    const TakeBackQuestion& request) {
    auto permit = act_for_chair(work, actor, "decisions.take_back_question");
    if (!permit) return refuse(permit.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    Question& question = matter->question;
    if (question.ruling) return refuse(Refusal::Kind::rule, "decisions.appeal_is_voted_on");
    if (auto free = no_appeal_open(work.session(), request.proposal); !free) return refuse(free.error());
    if (!question.is_open()) return refuse(Refusal::Kind::rule, "decisions.no_question");
    // What has closed is decided, though nobody has declared it yet.
    if (question.closes && moment_of(question, work.now()) >= *question.closes)
        return refuse(Refusal::because(Refusal::Kind::rule, "decisions.too_late")
                          .with("closed", iso(*question.closes)));
    question.ended = moment_of(question, work.now());
    question.taken_back = request.reason;
    store::end_question(work.session(), question);
    if (auto gone = go_on(work.session(), matter->proposal, Verb::take_back); !gone)
        return refuse(gone.error());
    ledger::Entry entry = entry_on("decisions.take_back_question", *permit, actor, *matter);
    entry.facts.emplace_back("reason", request.reason);
    work.record(entry);
    return question;
}

} // namespace poa::decisions
