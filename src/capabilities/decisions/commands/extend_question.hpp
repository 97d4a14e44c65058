// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct ExtendQuestion {
    Id<Proposal> proposal;
    Id<Question> question;  ///< the one the sender saw
    std::int64_t hours = 0; ///< more
};
[[nodiscard]] const Input<ExtendQuestion>& input_of(Of<ExtendQuestion>);

/// The Chair gives more time before silence or a window ends; never less. Records "decisions.extend_question"
/// (question, closes; clause). Refuses as may_extend, and "decisions.no_question", (conflict)
/// "decisions.another_question".
[[nodiscard]] Result<Question> extend_question(ledger::Work& work, const identity::Actor& actor,
                                               const ExtendQuestion& request);

} // namespace poa::decisions
