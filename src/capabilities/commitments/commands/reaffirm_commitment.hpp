// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/commitments/commitment.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::commitments {

struct ReaffirmCommitment {
    Id<Commitment> commitment;
    std::int64_t revision = 0; ///< its newest step, as it was read
    std::string words;         ///< may be empty
};
[[nodiscard]] const Input<ReaffirmCommitment>& input_of(Of<ReaffirmCommitment>);

/// The State reaffirms it publicly; its stage stays. Records "commitments.reaffirm_commitment" (state, stage,
/// sha256 of the words) for everyone. Refuses as own_commitment.
[[nodiscard]] Result<Commitment> reaffirm_commitment(ledger::Work& work, const identity::Actor& actor,
                                                     const ReaffirmCommitment& request);

} // namespace poa::commitments
