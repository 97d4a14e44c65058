// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct MarkAgreed {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::string paragraph;    ///< key
    bool agreed = false;      ///< false: the mark is taken away
};
[[nodiscard]] const Input<MarkAgreed>& input_of(Of<MarkAgreed>);

/// The Chair marks a paragraph as agreed ad referendum, or not any more. Records "decisions.mark_agreed"
/// (version, paragraph, agreed). Refuses as `act_for_chair`, `open_text`, `reads_as_seen`, `marked`.
[[nodiscard]] Result<TextChanged> mark_agreed(ledger::Work& work, const identity::Actor& actor,
                                              const MarkAgreed& request);

} // namespace poa::decisions
