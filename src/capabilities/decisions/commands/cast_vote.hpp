// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct CastVote {
    Id<Proposal> proposal;
    Id<Question> question;
    std::string voice; ///< "yes", "no", "abstain"
};
[[nodiscard]] const Input<CastVote>& input_of(Of<CastVote>);

/// A State votes, once: the first of its delegation to vote binds it. Records "decisions.cast_vote"
/// (question, voice; clause), for everyone where it is a roll-call, else for the own delegation. Refuses as
/// may_vote, and "decisions.another_question".
[[nodiscard]] Result<Vote> cast_vote(ledger::Work& work, const identity::Actor& actor,
                                     const CastVote& request);

} // namespace poa::decisions
