// SPDX-License-Identifier: Apache-2.0
#pragma once
// "Many States", "several", "a few": the words of a consolidated summary, and how many States each stands
// for.

#include "base/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// From `least` to `most` States, both included.
struct Band {
    std::string word; ///< "many"
    int least = 0;
    int most = 0;
    bool operator==(const Band&) const = default;
};

/// Which count a word is chosen by.
enum class CountBasis { strict, loose };
[[nodiscard]] std::string_view name_of(CountBasis basis);
[[nodiscard]] std::optional<CountBasis> parse_count_basis(std::string_view name);

class Bands {
  public:
    Bands() = default;
    /// `bands` from the most States to the fewest; together they must cover 0 to `States in all` without gap
    /// or overlap. Refuses (bad_input, all problems at once; facts word, least, most) "views.band_gap",
    /// "views.band_overlap", "views.band_order" (least above most), "views.band_word_twice",
    /// "views.band_word_empty", "views.band_none".
    [[nodiscard]] static Result<Bands> of(int version, CountBasis basis, int states, std::vector<Band> bands);

    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] CountBasis basis() const { return basis_; }
    [[nodiscard]] int states() const { return states_; }
    [[nodiscard]] const std::vector<Band>& all() const { return bands_; }
    /// The word for a count; more than `states` counts as `states`.
    [[nodiscard]] std::string_view word(int count) const;
    [[nodiscard]] const Band* band(std::string_view word) const; ///< nullptr: no such word

  private:
    int version_ = 0;
    CountBasis basis_ = CountBasis::strict;
    int states_ = 0;
    std::vector<Band> bands_;
};

/// A count somebody put that word to.
struct WordExample {
    std::string id; ///< "8a"
    std::string word;
    int count = 0;
};

/// Two neighbouring words of which examples lie on the wrong side wherever the line is drawn.
struct Inseparable {
    std::string more, fewer;
    int best_line = 0;       ///< from this count on, `more`; with the fewest examples on the wrong side
    int wrong = 0, both = 0; ///< examples on the wrong side, and examples of both words
};

struct Refitted {
    std::vector<Band> bands;              ///< of `words`, most first; a word that got no count is left out
    std::vector<std::string> left_out;    ///< words for which no band is left
    int fitting = 0, examples = 0;        ///< examples whose count lies in the band of their word
    std::vector<Inseparable> inseparable; ///< neighbours of `words` that no line separates
};

/// The bands with which most examples fit; among equals those nearest to the examples that do not. Every word
/// with an example gets one count at least, a word without is left out. `words` from most to fewest; the last
/// stands for no State. Needs as many States as words but the last (require). Examples with other words are
/// passed over. O(words * states^2 + examples).
[[nodiscard]] Refitted refit(const std::vector<std::string>& words, int states,
                             const std::vector<WordExample>& examples);

} // namespace poa::views
