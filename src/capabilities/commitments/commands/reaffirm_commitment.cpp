// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/commands/reaffirm_commitment.hpp"

#include "capabilities/commitments/keeping_commitments.hpp"

namespace poa::commitments {

const Input<ReaffirmCommitment>& input_of(Of<ReaffirmCommitment>) {
    using R = ReaffirmCommitment;
    static const auto input =
        Input<R>("commitments.reaffirm_commitment")
            .id("commitment", &R::commitment)
            .number("revision", &R::revision, {.label = N_("Step read"), .least = 1})
            .multiline("words", &R::words,
                       {.label = N_("In your State’s words"), .required = false, .characters_max = 4'000});
    return input;
}

Result<Commitment> reaffirm_commitment(ledger::Work& work, const identity::Actor& actor,
                                       const ReaffirmCommitment& request) {
    auto own =
        own_commitment(work, actor, "commitments.reaffirm_commitment", request.commitment, request.revision);
    if (!own) return refuse(own.error());
    Commitment& commitment = own->commitment;
    const Step step{0,  StepKind::reaffirmed, commitment.stage,     request.words,
                    {}, work.now(),           actor.person().number};
    if (auto taken = take_step(work, commitment, step); !taken) return refuse(taken.error());
    ledger::Entry entry = entry_of("commitments.reaffirm_commitment", own->permit, actor, commitment);
    entry.facts.emplace_back("sha256", sha256(step.words).hex());
    work.record(entry);
    return commitment;
}

} // namespace poa::commitments
