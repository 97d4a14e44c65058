// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct SetAsideAmendment {
    Id<Proposal> proposal;
    std::int64_t amendment = 0; ///< number
};
[[nodiscard]] const Input<SetAsideAmendment>& input_of(Of<SetAsideAmendment>);

/// The Chair sets an amendment aside; open amendments to it are superseded. Records
/// "decisions.set_aside_amendment" (amendment). Refuses as `act_for_chair`, `may`, `open_amendment`.
[[nodiscard]] Result<TextChanged> set_aside_amendment(ledger::Work& work, const identity::Actor& actor,
                                                      const SetAsideAmendment& request);

} // namespace poa::decisions
