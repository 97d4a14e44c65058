// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct AcceptAmendment {
    Id<Proposal> proposal;
    std::int64_t version = 0;    ///< that the sender saw
    std::int64_t amendment = 0;  ///< number
    std::string wording;         ///< the Chair's own, where wordings collide; empty: as amended
    bool despite_change = false; ///< delete the paragraph although it changed since the amendment was made
};
[[nodiscard]] const Input<AcceptAmendment>& input_of(Of<AcceptAmendment>);

/// The Chair takes an amendment into the text, or into the amendment it amends (that one is superseded by a
/// new one, to which the other open amendments move). Records "decisions.accept_amendment" (amendment,
/// paragraph, version, by: the one who made it where attributed). Refuses as `act_for_chair`, `open_text`,
/// `open_amendment`, `wording_for` (field wording), `amended`, `amended_wording`.
[[nodiscard]] Result<TextChanged> accept_amendment(ledger::Work& work, const identity::Actor& actor,
                                                   const AcceptAmendment& request);

} // namespace poa::decisions
