// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct LetLapse {
    Id<Proposal> proposal;
};
[[nodiscard]] const Input<LetLapse>& input_of(Of<LetLapse>);

/// Its meeting has ended and nobody asked for a question: the Chair lets it lapse. Records
/// "decisions.let_lapse" (meeting). Refuses "decisions.not_in_this_stage", and (rule)
/// "decisions.meeting_not_over" (meeting) before the day after its meeting began.
[[nodiscard]] Result<Proposal> let_lapse(ledger::Work& work, const identity::Actor& actor,
                                         const LetLapse& request);

} // namespace poa::decisions
