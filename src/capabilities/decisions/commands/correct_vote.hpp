// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct CorrectVote {
    Id<Proposal> proposal;
    Id<Question> question;
    std::string voice;
};
[[nodiscard]] const Input<CorrectVote>& input_of(Of<CorrectVote>);

/// The head of a delegation corrects its State's vote. While the vote is open it counts; within the hours of
/// the charter after it (clause 8.10) it stands beside the record and changes nothing. Both stay on the
/// record. Records "decisions.correct_vote" (question, voice, counts). Refuses as may_correct.
[[nodiscard]] Result<Vote> correct_vote(ledger::Work& work, const identity::Actor& actor,
                                        const CorrectVote& request);

} // namespace poa::decisions
