// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct OpenDiscussion {
    Id<Proposal> proposal;
};
[[nodiscard]] const Input<OpenDiscussion>& input_of(Of<OpenDiscussion>);

/// The Chair opens the discussion of a tabled proposal: amendments may be made. Records
/// "decisions.open_discussion". Refuses "decisions.not_in_this_stage".
[[nodiscard]] Result<Proposal> open_discussion(ledger::Work& work, const identity::Actor& actor,
                                               const OpenDiscussion& request);

} // namespace poa::decisions
