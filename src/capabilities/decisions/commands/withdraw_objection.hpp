// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct WithdrawObjection {
    Id<Proposal> proposal;
    Id<Question> question;
};
[[nodiscard]] const Input<WithdrawObjection>& input_of(Of<WithdrawObjection>);

/// A State takes its objection back while the question is open. Records "decisions.withdraw_objection"
/// (question; clause) for the same readers. Refuses as may_withdraw_objection, and
/// "decisions.another_question".
[[nodiscard]] Result<Objection> withdraw_objection(ledger::Work& work, const identity::Actor& actor,
                                                   const WithdrawObjection& request);

} // namespace poa::decisions
