// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct JoinSponsors {
    Id<Proposal> proposal;
};
[[nodiscard]] const Input<JoinSponsors>& input_of(Of<JoinSponsors>);

/// A Member State sponsors a proposal, until it is decided. Records "decisions.join_sponsors". Refuses (rule)
/// "decisions.proposal_is_over", "decisions.not_entitled" for who is no Member State; (conflict)
/// "decisions.sponsor_already".
[[nodiscard]] Result<Sponsor> join_sponsors(ledger::Work& work, const identity::Actor& actor,
                                            const Mechanism& mechanism, const JoinSponsors& request);

} // namespace poa::decisions
