// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct CloseQuestion {
    Id<Proposal> proposal;
    Id<Question> question;
};
[[nodiscard]] const Input<CloseQuestion>& input_of(Of<CloseQuestion>);

/// The Chair declares what the rule makes of what was heard. Adopted: the proposal gets its symbol and its
/// effect is applied here, in this transaction, or nothing is adopted. Records "decisions.close_question"
/// (question, outcome, members, in_favour, against, abstaining, objections, symbol, what the effect says;
/// clause) for everyone; the number of objections where who learns of them is not everyone is recorded as
/// "some" or "none". Of a vote on an appeal: the ruling stands or is overruled, and nothing else changes.
/// Refuses as may_close (a ruling of the Chair begins the time to speak anew), "decisions.another_question",
/// "decisions.appeal_open", and whatever the effect refuses: then the question stays open, and the Chair may
/// take it back.
[[nodiscard]] Result<Question> close_question(ledger::Work& work, const identity::Actor& actor,
                                              const Mechanism& mechanism, const CloseQuestion& request);

/// What the platform does each time a last moment has come: every question that is due is closed as the Chair
/// would close it, as of that moment. Where the effect cannot be applied any more the question is taken back,
/// with the reason. Gives how many were closed. Records as close_question, on behalf of the platform. `by`:
/// those whose last moment was not later than that.
std::int64_t close_due_questions(ledger::Work& work, const Mechanism& mechanism, Instant by);
/// One of them: a transaction each, so that one that fails stands in nobody's way.
void close_due_question(ledger::Work& work, const Mechanism& mechanism, const Question& due);

} // namespace poa::decisions
