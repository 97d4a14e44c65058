// SPDX-License-Identifier: Apache-2.0
// Who could review whom: even, across regions, and the same for the same facts.
#include "capabilities/peer_review/pairing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace poa::peer_review {
namespace {

Candidate candidate(std::string state, std::string region, std::int64_t reviews = 0) {
    return {std::move(state), std::move(region), reviews};
}

std::vector<std::string> reviewers_of(const std::vector<ProposedPair>& pairs, std::int64_t review) {
    std::vector<std::string> states;
    for (const ProposedPair& pair : pairs)
        if (pair.review == review) states.push_back(pair.reviewer);
    return states;
}

TEST(Pairing, WhoReviewedLeastIsProposedFirst_REP_26) {
    const std::vector<Candidate> all = {candidate("XXB", "east", 2), candidate("XXC", "east", 0),
                                        candidate("XXD", "south", 1)};
    const std::vector<Seeking> one = {{1, "XXA", "west", {}, {}, 2}};
    EXPECT_EQ(reviewers_of(propose_pairs(one, all, {}), 1), (std::vector<std::string>{"XXC", "XXD"}));
}

TEST(Pairing, TheFirstIsOfAnotherRegionWhateverTheLoad) {
    const std::vector<Candidate> all = {candidate("XXB", "west", 0), candidate("XXC", "east", 9)};
    const std::vector<Seeking> one = {{1, "XXA", "west", {}, {}, 2}};
    const auto pairs = propose_pairs(one, all, {});
    EXPECT_EQ(reviewers_of(pairs, 1), (std::vector<std::string>{"XXC", "XXB"}));
    EXPECT_TRUE(pairs.front().other_region);
    EXPECT_FALSE(pairs.back().other_region);
}

TEST(Pairing, RegionsAreMixedBeforePairsAreRepeated) {
    const std::vector<Candidate> all = {candidate("XXB", "east"), candidate("XXC", "east"),
                                        candidate("XXD", "south")};
    const std::vector<Seeking> one = {{1, "XXA", "west", {candidate("XXB", "east")}, {}, 2}};
    EXPECT_EQ(reviewers_of(propose_pairs(one, all, {}), 1), (std::vector<std::string>{"XXD"}));
    const std::vector<Candidate> two = {candidate("XXC", "south"), candidate("XXD", "south")};
    const std::vector<PastPair> past = {{"XXA", "XXC"}};
    const auto pairs = propose_pairs(one, two, past);
    EXPECT_EQ(reviewers_of(pairs, 1), (std::vector<std::string>{"XXD"}));
    const std::vector<PastPair> both = {{"XXA", "XXC"}, {"XXD", "XXA"}};
    EXPECT_TRUE(propose_pairs(one, two, both).front().in_return) << "rather than the same again";
}

TEST(Pairing, NeitherItselfNorWhomItDeclined) {
    const std::vector<Candidate> all = {candidate("XXA", "west"), candidate("XXB", "east"),
                                        candidate("XXC", "east")};
    const std::vector<Seeking> one = {{1, "XXA", "west", {}, {"XXB"}, 3}};
    EXPECT_EQ(reviewers_of(propose_pairs(one, all, {}), 1), (std::vector<std::string>{"XXC"}));
}

TEST(Pairing, ANameDoesNotDecide) {
    // Two States alike in all facts: over many reviews each is first in some.
    const std::vector<Candidate> all = {candidate("XXB", "east"), candidate("XXZ", "east")};
    std::set<std::string> first;
    for (std::int64_t review = 1; review <= 20; ++review) {
        const std::vector<Seeking> one = {{review, "XXA", "west", {}, {}, 1}};
        first.insert(reviewers_of(propose_pairs(one, all, {}), review).front());
    }
    EXPECT_EQ(first.size(), 2u);
}

RC_GTEST_PROP(Pairing, LoadsDifferByNoMoreThanOneWhereAllAreEligible, ()) {
    const int reviews = *rc::gen::inRange(1, 12), states = *rc::gen::inRange(3, 20);
    std::vector<Candidate> all;
    for (int i = 0; i < states; ++i)
        all.push_back(candidate("S" + std::to_string(i), "region" + std::to_string(i % 4)));
    std::vector<Seeking> seeking;
    for (int i = 0; i < reviews; ++i) seeking.push_back({i + 1, "XXA", "elsewhere", {}, {}, 3});
    const auto pairs = propose_pairs(seeking, all, {});
    RC_ASSERT(pairs.size() == static_cast<std::size_t>(reviews) * 3);
    std::map<std::string, int> loads;
    for (const Candidate& each : all) loads[each.state] = 0;
    for (const ProposedPair& pair : pairs) ++loads[pair.reviewer];
    const auto [least, most] =
        std::ranges::minmax_element(loads, {}, [](const auto& load) { return load.second; });
    RC_ASSERT(most->second - least->second <= 1);
    RC_ASSERT(pairs == propose_pairs(seeking, all, {}));
    std::ranges::reverse(all);
    RC_ASSERT(pairs == propose_pairs(seeking, all, {})); // the order they are listed in is no fact
}

} // namespace
} // namespace poa::peer_review
