// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct LodgeObjection {
    Id<Proposal> proposal;
    Id<Question> question; ///< the one the sender saw
    std::string grounds;
};
[[nodiscard]] const Input<LodgeObjection>& input_of(Of<LodgeObjection>);

/// A State objects: to consensus, by breaking silence, to an application. One objection of a State stands,
/// whoever of its delegation lodged it. Records "decisions.lodge_objection" (question, grounds; clause) for
/// those who learn of it by the charter. Refuses as may_object; (conflict) "decisions.another_question" where
/// the one the sender saw is not the newest of the proposal.
[[nodiscard]] Result<Objection> lodge_objection(ledger::Work& work, const identity::Actor& actor,
                                                const LodgeObjection& request);

} // namespace poa::decisions
