// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/summary.hpp"

#include <algorithm>
#include <array>

namespace poa::views {
namespace {

std::vector<std::size_t> states_where(const Matrix& matrix, const std::vector<Support>& support,
                                      bool (Support::*holds)() const) {
    std::vector<std::size_t> found;
    for (std::size_t actor = 0; actor < support.size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::state && (support[actor].*holds)())
            found.push_back(actor);
    return found;
}

} // namespace

std::vector<std::size_t> ClaimTally::strict_states(const Matrix& matrix) const {
    return states_where(matrix, support, &Support::is_strict);
}

std::vector<std::size_t> ClaimTally::loose_states(const Matrix& matrix) const {
    return states_where(matrix, support, &Support::is_loose);
}

std::vector<std::size_t> ClaimTally::whole_states(const Matrix& matrix) const {
    return states_where(matrix, support, &Support::is_whole);
}

ClaimTally tally(const Claim& claim, const Matrix& matrix) {
    const std::size_t actors = matrix.actors().size();
    ClaimTally tally;
    tally.support.assign(actors, Support{});
    for (const ClaimPart& part : claim.parts) {
        const ReadyFormula formula(part.formula, matrix);
        std::vector<Strength> strengths(actors);
        int strict = 0;
        int loose = 0;
        for (std::size_t actor = 0; actor < actors; ++actor) {
            const Strength strength = formula.of(actor);
            strengths[actor] = strength;
            Support& support = tally.support[actor];
            support.firmest = std::max(support.firmest, strength);
            support.weakest = tally.parts.empty() ? strength : std::min(support.weakest, strength);
            if (matrix.actors()[actor].kind != ActorKind::state) continue;
            strict += strength >= Strength::conditional;
            loose += strength > Strength::none;
        }
        tally.parts.push_back(std::move(strengths));
        tally.part_strict.push_back(strict);
        tally.part_loose.push_back(loose);
    }
    for (std::size_t actor = 0; actor < actors; ++actor) {
        if (matrix.actors()[actor].kind != ActorKind::state) continue;
        tally.strict += tally.support[actor].is_strict();
        tally.loose += tally.support[actor].is_loose();
        tally.whole += tally.support[actor].is_whole();
    }
    return tally;
}

Summary::Summary(std::shared_ptr<const ClaimSet> claims, const Matrix& matrix)
    : claims_(std::move(claims)), dependents_(matrix.questions().size()) {
    for (std::size_t i = 0; i < claims_->claims.size(); ++i) {
        const Claim& claim = claims_->claims[i];
        tallies_.push_back(std::make_shared<const ClaimTally>(tally(claim, matrix)));
        for (std::size_t variable : claim.variables()) dependents_[variable].push_back(i);
    }
}

Summary Summary::after(std::size_t variable, const Matrix& matrix) const {
    Summary changed = *this;
    for (std::size_t i : dependents_[variable])
        changed.tallies_[i] = std::make_shared<const ClaimTally>(tally(claims_->claims[i], matrix));
    return changed;
}

std::string_view name_of(Fit fit) {
    constexpr std::array<std::string_view, 6> names = {"fits",      "says_more",   "says_fewer",
                                                       "composite", "unsupported", "no_word"};
    return names[static_cast<std::size_t>(fit)];
}

std::string_view plain_word(std::string_view published) {
    struct Pair {
        std::string_view published, plain;
    };
    // What the report writes besides the words that stand for a number. A voice that is one State's is "the
    // view was expressed"; "others" follows "some" and "several" and is read as "some".
    static constexpr std::array pairs = {
        Pair{"general agreement", "many"},
        Pair{"others", "some"},
        Pair{"other States", "some"},
        Pair{"it was noted", "the view was expressed"},
        Pair{"was noted", "the view was expressed"},
        Pair{"was highlighted", "the view was expressed"},
        Pair{"reference was made", "the view was expressed"},
        Pair{"there was a call", "the view was expressed"},
        Pair{"a suggestion was made", "the view was expressed"},
        Pair{"the proposal was made", "the view was expressed"},
        Pair{"it was suggested", "the view was expressed"},
        Pair{"one State", "the view was expressed"},
    };
    static constexpr std::array<std::string_view, 5> without = {"", "no quantifier", "range of proposals",
                                                                "States noted", "States reflected"};
    if (std::ranges::find(without, published) != without.end()) return {};
    for (const Pair& pair : pairs)
        if (pair.published == published) return pair.plain;
    return published;
}

Fit fit_of(const Claim& claim, const ClaimTally& tally, const Bands& bands) {
    if (tally.loose == 0) return Fit::unsupported;
    const Band* band = bands.band(plain_word(claim.published_quantifier));
    if (band == nullptr) return Fit::no_word;
    auto side = [&](int count) { return count < band->least ? -1 : count > band->most ? 1 : 0; };
    const int here = side(tally.count(bands.basis()));
    if (here == 0) return Fit::fits;
    // States that hold one half each, taken together, reach what no State says whole.
    if (here < 0 && claim.parts.size() > 1 && side(tally.loose) >= 0) return Fit::composite;
    return here < 0 ? Fit::says_more : Fit::says_fewer;
}

} // namespace poa::views
