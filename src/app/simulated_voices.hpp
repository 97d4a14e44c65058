// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which States say what when a question is put in a simulated run.

#include "app/simulated_proposals.hpp"
#include "capabilities/charter/rule.hpp"

#include <vector>

namespace poa::app {

/// Places in the wish's States; whoever is in none of them stays away.
struct HeardStates {
    std::vector<std::size_t> objecting, against, abstaining, in_favour;
};
/// As many of each as where rules alone are applied; which States is drawn besides, those that object again
/// from those that objected when the proposal was put last.
[[nodiscard]] HeardStates hear(Simulated& one, const charter::DecisionRule& rule,
                               const charter::Ground& ground);

/// Which States those of a tally are: `again` of those who object are from `objectors`, the rest is drawn.
[[nodiscard]] HeardStates share_out(const charter::Tally& tally, const std::vector<std::size_t>& objectors,
                                    std::int64_t again, std::size_t states, charter::Random random);

} // namespace poa::app
