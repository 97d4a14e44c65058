// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who could review whom: a proposal that spreads the work and the regions evenly. It binds nobody; the State
// under review decides. Pure, and the same for the same facts.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace poa::peer_review {

/// A State that says it would review others.
struct Candidate {
    std::string state;        ///< ISO3
    std::string region;       ///< key of its regional group
    std::int64_t reviews = 0; ///< it takes or took part in
};

/// A review that looks for reviewers.
struct Seeking {
    std::int64_t review = 0;
    std::string state, region;
    std::vector<Candidate> team;  ///< States that review already, were asked or offered
    std::vector<std::string> out; ///< States that were declined or stepped back: not proposed again
    std::size_t wanted = 3;       ///< how many in all
};

/// One that took place, or goes on.
struct PastPair {
    std::string reviewed, reviewer;
};

/// A reviewer proposed, with the facts it was proposed by.
struct ProposedPair {
    std::int64_t review = 0;
    std::string reviewer, region;
    std::int64_t reviews = 0;     ///< its reviews before, with those proposed above
    bool other_region = false;    ///< than the State under review
    bool reviewed_before = false; ///< it reviewed this State already
    bool in_return = false;       ///< this State reviewed it already
    bool operator==(const ProposedPair&) const = default;
};

/// In the order they were chosen: team by team, as the reviews are given. The first proposed is of another
/// region unless the team has one of another. Among those that fit goes who has the fewest reviews; then
/// whose region is least in the team; then who has not reviewed this State nor been reviewed by it; then by a
/// digest of review and State, so that no State is favoured by its name.
[[nodiscard]] std::vector<ProposedPair> propose_pairs(std::span<const Seeking> seeking,
                                                      std::span<const Candidate> candidates,
                                                      std::span<const PastPair> past);

} // namespace poa::peer_review
