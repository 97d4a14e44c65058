// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct LeaveSponsors {
    Id<Proposal> proposal;
};
[[nodiscard]] const Input<LeaveSponsors>& input_of(Of<LeaveSponsors>);

/// A State leaves the sponsors. Records "decisions.leave_sponsors". Refuses (rule)
/// "decisions.proposal_is_over", "decisions.no_sponsor".
[[nodiscard]] Result<Sponsor> leave_sponsors(ledger::Work& work, const identity::Actor& actor,
                                             const LeaveSponsors& request);

} // namespace poa::decisions
