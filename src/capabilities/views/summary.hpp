// SPDX-License-Identifier: Apache-2.0
#pragma once
// The count behind each claim: which States support it, strictly and loosely. Kept up to date claim by claim.

#include "capabilities/views/claim.hpp"
#include "capabilities/views/quantifier.hpp"

#include <memory>
#include <vector>

namespace poa::views {

/// How an actor stands to a claim.
struct Support {
    Strength weakest = Strength::none; ///< of all parts: what holds of the whole claim
    Strength firmest = Strength::none; ///< of any part
    /// Firm or conditional on every part.
    [[nodiscard]] bool is_strict() const { return weakest >= Strength::conditional; }
    /// Holds any part, however weakly.
    [[nodiscard]] bool is_loose() const { return firmest > Strength::none; }
    /// Holds every part, however weakly.
    [[nodiscard]] bool is_whole() const { return weakest > Strength::none; }
    bool operator==(const Support&) const = default;
};

/// One claim counted. Actors by their place in the matrix; counts and lists are of States only.
struct ClaimTally {
    std::vector<Support> support;             ///< of every actor, stakeholders too
    std::vector<std::vector<Strength>> parts; ///< by part, by actor
    int strict = 0, loose = 0;                ///< States
    int whole = 0;                            ///< States that hold every part, however weakly
    std::vector<int> part_strict, part_loose; ///< States, by part

    [[nodiscard]] std::vector<std::size_t> strict_states(const Matrix& matrix) const;
    [[nodiscard]] std::vector<std::size_t> loose_states(const Matrix& matrix) const;
    /// Those that hold every part, however weakly.
    [[nodiscard]] std::vector<std::size_t> whole_states(const Matrix& matrix) const;
    /// What a word is chosen by. Loosely too it stands for States that hold the whole statement: half a
    /// statement is not the statement.
    [[nodiscard]] int count(CountBasis basis) const { return basis == CountBasis::strict ? strict : whole; }
};

[[nodiscard]] ClaimTally tally(const Claim& claim, const Matrix& matrix);

/// All claims counted, in the order of the claims. O(cells the formulas ask for).
class Summary {
  public:
    Summary(std::shared_ptr<const ClaimSet> claims, const Matrix& matrix);
    [[nodiscard]] const ClaimSet& claims() const { return *claims_; }
    [[nodiscard]] const ClaimTally& of(std::size_t claim) const { return *tallies_[claim]; }
    /// The summary after one question was answered anew: only claims that ask it are counted again.
    /// `matrix` is the new one, with the same actors.
    [[nodiscard]] Summary after(std::size_t variable, const Matrix& matrix) const;
    /// How many claims ask that question.
    [[nodiscard]] std::size_t dependents(std::size_t variable) const { return dependents_[variable].size(); }
    /// Whether both share the count of that claim: nothing it depends on changed between them.
    [[nodiscard]] bool shares(const Summary& other, std::size_t claim) const {
        return tallies_[claim] == other.tallies_[claim];
    }

  private:
    std::shared_ptr<const ClaimSet> claims_;
    std::vector<std::shared_ptr<const ClaimTally>> tallies_;
    std::vector<std::vector<std::size_t>> dependents_; ///< by question: claims that ask it
};

/// How a published word stands to the count.
enum class Fit {
    fits,        ///< the count lies in the band of the word
    says_more,   ///< the word stands for more States than are counted
    says_fewer,  ///< the word stands for fewer
    composite,   ///< fits only if States that hold one half each are counted together
    unsupported, ///< no reply supports it
    no_word,     ///< the published text gives no quantifier that stands for a number
};
[[nodiscard]] std::string_view name_of(Fit fit);

/// Compares a claim with its published word under the bands.
[[nodiscard]] Fit fit_of(const Claim& claim, const ClaimTally& tally, const Bands& bands);
/// The word of the bands for a published one: "it was noted" is "the view was expressed"; empty where it
/// stands for no number ("no quantifier", "range of proposals").
[[nodiscard]] std::string_view plain_word(std::string_view published);

} // namespace poa::views
