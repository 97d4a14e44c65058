// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct DeferToMediation {
    Id<Proposal> proposal;
    std::optional<Day> resumes; ///< at the latest
    std::string mediator;       ///< who mediates, in words
};
[[nodiscard]] const Input<DeferToMediation>& input_of(Of<DeferToMediation>);

/// Opposed positions go to mediation before the decision (A/78/76, Italy): the proposal is set aside with a
/// day on which it comes back at the latest. Records "decisions.defer_to_mediation" (resumes, mediator).
/// Refuses "decisions.not_in_this_stage"; (bad_input) "decisions.resumes_in_the_past"; (rule)
/// "decisions.no_mediation" where the charter knows none (clause 14.6).
[[nodiscard]] Result<Proposal> defer_to_mediation(ledger::Work& work, const identity::Actor& actor,
                                                  const Mechanism& mechanism,
                                                  const DeferToMediation& request);

} // namespace poa::decisions
