// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/ruling.hpp"

namespace poa::decisions {

struct RuleOnPointOfOrder {
    Id<Proposal> proposal;
    std::string state; ///< ISO3 of the one that rose to the point of order
    std::string point, ruling;
    std::string clause; ///< or rule of procedure that the ruling rests on
};
[[nodiscard]] const Input<RuleOnPointOfOrder>& input_of(Of<RuleOnPointOfOrder>);

/// The Chair decides a point of order at once (rules 71 and 113 of the General Assembly). It stands unless an
/// appeal overrules it. Records "decisions.rule_on_point_of_order" (ruling, state, clause, sha256 of the
/// words) for everyone. Refuses (rule) "decisions.not_tabled", "decisions.proposal_is_over",
/// "decisions.appeal_open" while States vote on the ruling before; (bad_input, state)
/// "decisions.no_member_state" (state).
[[nodiscard]] Result<Ruling> rule_on_point_of_order(ledger::Work& work, const identity::Actor& actor,
                                                    const Mechanism& mechanism,
                                                    const RuleOnPointOfOrder& request);

} // namespace poa::decisions
