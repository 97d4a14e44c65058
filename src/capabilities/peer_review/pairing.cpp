// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/pairing.hpp"

#include "base/bytes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace poa::peer_review {
namespace {

class Proposing {
  public:
    Proposing(std::span<const Candidate> candidates, std::span<const PastPair> past)
        : candidates_(candidates), past_(past) {
        for (const Candidate& each : candidates) loads_[each.state] = each.reviews;
    }

    /// The next reviewer of one review, added to its team; false where none fits.
    bool add_to(Seeking& seeking) {
        const Candidate* best = nullptr;
        for (const Candidate& each : candidates_)
            if (fits(seeking, each) && (best == nullptr || key(seeking, each) < key(seeking, *best)))
                best = &each;
        if (best == nullptr) return false;
        proposed_.push_back({seeking.review, best->state, best->region, loads_[best->state],
                             is_other(seeking, best->region), has(seeking.state, best->state),
                             has(best->state, seeking.state)});
        ++loads_[best->state];
        seeking.team.push_back(*best);
        return true;
    }
    std::vector<ProposedPair> take() { return std::move(proposed_); }

  private:
    static bool is_in(const std::vector<std::string>& states, const std::string& state) {
        return std::ranges::find(states, state) != states.end();
    }
    bool has(std::string_view reviewed, std::string_view reviewer) const {
        return std::ranges::any_of(past_, [&](const PastPair& pair) {
            return pair.reviewed == reviewed && pair.reviewer == reviewer;
        });
    }
    static bool is_other(const Seeking& seeking, std::string_view region) {
        return !region.empty() && region != seeking.region;
    }
    static std::int64_t of_region(const Seeking& seeking, std::string_view region) {
        return std::ranges::count(seeking.team, region, &Candidate::region);
    }
    static bool fits(const Seeking& seeking, const Candidate& candidate) {
        if (candidate.state == seeking.state || is_in(seeking.out, candidate.state)) return false;
        const auto same = [&](const Candidate& each) { return each.state == candidate.state; };
        if (std::ranges::any_of(seeking.team, same)) return false;
        const auto other = [&](const Candidate& each) { return is_other(seeking, each.region); };
        return std::ranges::any_of(seeking.team, other) || other(candidate);
    }
    std::tuple<std::int64_t, std::int64_t, bool, bool, Sha256> key(const Seeking& seeking,
                                                                   const Candidate& candidate) const {
        return {loads_.at(candidate.state), of_region(seeking, candidate.region),
                has(seeking.state, candidate.state), has(candidate.state, seeking.state),
                sha256("pair " + std::to_string(seeking.review) + " " + candidate.state)};
    }

    std::span<const Candidate> candidates_;
    std::span<const PastPair> past_;
    std::map<std::string, std::int64_t, std::less<>> loads_;
    std::vector<ProposedPair> proposed_;
};

} // namespace

std::vector<ProposedPair> propose_pairs(std::span<const Seeking> seeking,
                                        std::span<const Candidate> candidates,
                                        std::span<const PastPair> past) {
    Proposing proposing(candidates, past);
    std::vector<Seeking> open(seeking.begin(), seeking.end());
    // Team by team: who is least loaded of all is then never left out for being in the team already, so that
    // loads stay within one of each other wherever everybody could review everybody.
    for (Seeking& each : open)
        while (each.team.size() < each.wanted && proposing.add_to(each)) {
        }
    return proposing.take();
}

} // namespace poa::peer_review
