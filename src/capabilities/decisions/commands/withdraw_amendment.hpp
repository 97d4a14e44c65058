// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct WithdrawAmendment {
    Id<Proposal> proposal;
    std::int64_t amendment = 0; ///< number
};
[[nodiscard]] const Input<WithdrawAmendment>& input_of(Of<WithdrawAmendment>);

/// Who made an amendment withdraws it; open amendments to it are superseded. Records
/// "decisions.withdraw_amendment" (amendment). Refuses as `act_for_proposer`, `may`, `open_amendment`;
/// (not_permitted) "decisions.not_your_amendment".
[[nodiscard]] Result<TextChanged> withdraw_amendment(ledger::Work& work, const identity::Actor& actor,
                                                     const WithdrawAmendment& request);

} // namespace poa::decisions
