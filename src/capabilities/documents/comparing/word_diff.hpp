// SPDX-License-Identifier: Apache-2.0
#pragma once
// Word by word differences of two texts (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
// 1986).

#include <cstdint>
#include <string_view>
#include <vector>

namespace poa::documents {

/// Beyond so many differing words the texts are said to differ as a whole.
inline constexpr int differing_words_max = 1'500;

struct DiffRun {
    enum class Kind { equal, left_only, right_only };
    Kind kind = Kind::equal;
    std::uint32_t left_begin = 0, left_end = 0;   ///< bytes of the left text; empty for right_only
    std::uint32_t right_begin = 0, right_end = 0; ///< bytes of the right text; empty for left_only
};

/// Runs in order; together they cover both texts. Words and the white space after them belong together; case,
/// typographic quotes and dashes that differ count as differences only where `exact`.
[[nodiscard]] std::vector<DiffRun> diff_words(std::string_view left, std::string_view right,
                                              bool exact = true);

/// Share of words that both have in common, 0 to 1, by counting: cheap, and an upper bound of what a diff
/// shows.
[[nodiscard]] double word_overlap(std::string_view left, std::string_view right);

/// Begin and end of each word with what follows it up to the next word.
struct WordSpan {
    std::uint32_t begin = 0, end = 0; ///< with the white space after it
    std::uint32_t word_end = 0;       ///< without
};
[[nodiscard]] std::vector<WordSpan> cut_words(std::string_view text);

} // namespace poa::documents
