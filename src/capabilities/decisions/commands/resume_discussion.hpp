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

} // namespace poa::decisions
