// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/charter/process.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::charter {

struct AffirmCommitment {
    std::string level;     ///< head_of_state, head_of_government, minister, representative
    std::string statement; ///< the State's own words; may be empty
};
const Input<AffirmCommitment>& input_of(Of<AffirmCommitment>);

/// A State affirms its commitment, once (A/78/76, Australia: the first review conference as a high-level
/// event at which States affirm it). Records "charter.affirm_commitment" under clause 5.7. Refuses:
/// identity.not_permitted; "charter.none_in_force"; what may_act refuses (rule; the date guard);
/// "charter.no_affirmations" (rule, clause 5.7: the charter in force has no such event);
/// "charter.affirmed_already" (conflict).
[[nodiscard]] Result<Affirmation> affirm_commitment(ledger::Work& work, const identity::Actor& actor,
                                                    const AffirmCommitment& request);

} // namespace poa::charter
