// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is heard when a question is put, drawn from how delegations behave.

#include "capabilities/charter/conduct.hpp"
#include "capabilities/charter/random.hpp"
#include "capabilities/charter/rule.hpp"

namespace poa::charter {

/// Draws always the same number of times, whatever the rule: with the same stream two rules hear the same
/// voices. Under silence all members are asked, else those present. `objectors` are there in any case,
/// object, and vote against.
[[nodiscard]] Tally tally_drawn(Random& random, const Conduct& conduct, const DecisionRule& rule,
                                std::int64_t members, std::int64_t objectors, double objects);

} // namespace poa::charter
