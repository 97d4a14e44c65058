// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/extend_question.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<ExtendQuestion>& input_of(Of<ExtendQuestion>) {
    static const auto input = Input<ExtendQuestion>("decisions.extend_question")
                                  .id("proposal", &ExtendQuestion::proposal)
                                  .id("question", &ExtendQuestion::question)
                                  .number("hours", &ExtendQuestion::hours,
                                          {.label = N_("Hours more"), .least = 1, .most = 24 * 365});
    return input;
}

Result<Question> extend_question(ledger::Work& work, const identity::Actor& actor,
                                 const ExtendQuestion& request) {
    auto permit = act_for_chair(work, actor, "decisions.extend_question");
    if (!permit) return refuse(permit.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    Question& question = matter->question;
    const Instant closes = question.closes.value_or(work.now()).plus_seconds(request.hours * 3600);
    if (auto may = may_extend(question, closes, work.now()); !may) return refuse(may.error());
    question.closes = closes;
    store::extend_question(work.session(), question.id, closes);
    ledger::Entry entry = entry_on("decisions.extend_question", *permit, actor, *matter);
    entry.facts.emplace_back("closes", iso(closes));
    work.record(entry);
    return question;
}

} // namespace poa::decisions
