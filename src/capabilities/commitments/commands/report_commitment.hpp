// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/commitments/commitment.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::commitments {

struct ReportCommitment {
    Id<Commitment> commitment;
    std::int64_t revision = 0; ///< its newest step, as it was read
    std::string stage, words, evidence;
};
[[nodiscard]] const Input<ReportCommitment>& input_of(Of<ReportCommitment>);

/// The State says where its commitment stands, with what shows it. Records "commitments.report_commitment"
/// (state, stage, sha256 of words and evidence) for everyone. Refuses as own_commitment; (bad_input, all at
/// once) "commitments.evidence_needed" where it is said to be done, "commitments.words_needed" where it is
/// changed, "commitments.not_evidence" (value).
[[nodiscard]] Result<Commitment> report_commitment(ledger::Work& work, const identity::Actor& actor,
                                                   const ReportCommitment& request);

} // namespace poa::commitments
