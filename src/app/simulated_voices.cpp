// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_voices.hpp"

#include "capabilities/charter/simulated_tally.hpp"

#include <algorithm>
#include <numeric>

namespace poa::app {
namespace {

std::vector<std::size_t> shuffled(std::size_t states, charter::Random random) {
    std::vector<std::size_t> order(states);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
    return order;
}

/// Brings that many of those who objected before to the front.
void put_first(std::vector<std::size_t>& order, const std::vector<std::size_t>& before, std::int64_t number) {
    std::stable_partition(order.begin(), order.end(), [&](std::size_t state) {
        return number > 0 && std::ranges::find(before, state) != before.end() && number-- > 0;
    });
}

} // namespace

HeardStates share_out(const charter::Tally& tally, const std::vector<std::size_t>& objectors,
                      std::int64_t again, std::size_t states, charter::Random random) {
    std::vector<std::size_t> order = shuffled(states, random);
    put_first(order, objectors, again);
    auto next = order.begin();
    const auto take = [&](std::int64_t number) {
        const auto from = next;
        next += number;
        return std::vector<std::size_t>(from, next);
    };
    HeardStates made;
    made.objecting = take(tally.objections);
    made.against = take(tally.against - tally.objections);
    made.abstaining = take(tally.abstaining);
    made.in_favour = take(tally.in_favour);
    return made;
}

HeardStates hear(Simulated& one, const charter::DecisionRule& rule, const charter::Ground& ground) {
    const charter::Conduct& conduct = ground.conduct();
    charter::Random drawn = one.voices.branch();
    const std::int64_t again = drawn.how_many(std::ssize(one.objectors), conduct.objects_again);
    const charter::Tally tally =
        charter::tally_drawn(drawn, conduct, rule, ground.members(), again, conduct.objects);
    return share_out(tally, one.objectors, again, ground.wish().states.size(), drawn.branch());
}

} // namespace poa::app
