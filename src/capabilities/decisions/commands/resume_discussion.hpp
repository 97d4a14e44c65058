// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct ResumeDiscussion {
    Id<Proposal> proposal;
    std::string reason; ///< how mediation ended, or why it is discussed again
};
[[nodiscard]] const Input<ResumeDiscussion>& input_of(Of<ResumeDiscussion>);

/// The discussion goes on, after mediation or after the proposal was not adopted. Records
/// "decisions.resume_discussion" (reason). Refuses "decisions.not_in_this_stage".
[[nodiscard]] Result<Proposal> resume_discussion(ledger::Work& work, const identity::Actor& actor,
                                                 const ResumeDiscussion& request);

/// What the platform does on the day that was named when it was set aside: the proposal comes back, whatever
/// became of the mediation. Records as resume_discussion, on behalf of the platform. False where it is not in
/// mediation any more, or the day has not come.
bool resume_when_due(ledger::Work& work, Id<Proposal> proposal);

} // namespace poa::decisions
