// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/commitments/commitment.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::commitments {

struct PublishCommitment {
    std::string title, words, language, item, goal, shown_by;
    std::int64_t need = 0; ///< 0: none
    std::optional<Day> due;
};
[[nodiscard]] const Input<PublishCommitment>& input_of(Of<PublishCommitment>);

/// The State publishes what it undertakes of its own free will. Records "commitments.publish_commitment"
/// (state, item, goal, due, sha256 of its words) for everyone. Refuses as the permission table,
/// "identity.appointment_over"; (bad_input, all at once) "commitments.no_such_item" (value),
/// "commitments.no_such_goal", "commitments.no_such_need": none of the State's that everybody may read;
/// "commitments.day_past".
[[nodiscard]] Result<Commitment> publish_commitment(ledger::Work& work, const identity::Actor& actor,
                                                    const PublishCommitment& request);

} // namespace poa::commitments
