// SPDX-License-Identifier: Apache-2.0
#pragma once
// Two texts passage by passage: which passage of one is which of the other.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace poa::documents {

/// Passages with less in common are not the same passage.
inline constexpr double same_passage_overlap_min = 0.4;

struct AlignedPair {
    std::optional<std::size_t> left;  ///< nothing: only in the right text
    std::optional<std::size_t> right; ///< nothing: only in the left text
    double overlap = 0;               ///< share of words in common, 0 to 1
    bool equal = false;               ///< word for word, white space aside
};

/// Pairs in the order of the left text, what is only in the right one put in where it stands. The order of
/// passages is kept: of two texts that swap two passages, one of them counts as missing. Up to 400 passages a
/// side are weighed against each other; longer texts are cut at passages that are equal in both.
[[nodiscard]] std::vector<AlignedPair> align_passages(const std::vector<std::string_view>& left,
                                                      const std::vector<std::string_view>& right);

} // namespace poa::documents
