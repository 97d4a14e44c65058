// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct TakeBackQuestion {
    Id<Proposal> proposal;
    Id<Question> question; ///< the one the sender saw
    std::string reason;
};
[[nodiscard]] const Input<TakeBackQuestion>& input_of(Of<TakeBackQuestion>);

/// The Chair takes the question back without a result; the proposal is under discussion again. Records
/// "decisions.take_back_question" (question, reason). Refuses (rule) "decisions.no_question", (conflict)
/// "decisions.another_question", "decisions.appeal_open", "decisions.appeal_is_voted_on" of a vote on an
/// appeal, and "decisions.too_late" (closed) at or after the last moment.
[[nodiscard]] Result<Question> take_back_question(ledger::Work& work, const identity::Actor& actor,
                                                  const TakeBackQuestion& request);

} // namespace poa::decisions
