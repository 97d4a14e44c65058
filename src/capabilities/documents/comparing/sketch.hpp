// SPDX-License-Identifier: Apache-2.0
#pragma once
// How alike two texts are, without reading both side by side: shingles of three words, and a short sketch of
// them (A. Broder, "On the resemblance and containment of documents", 1997).

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace poa::documents {

/// Texts that share less are not said to repeat each other.
inline constexpr double repeats_min = 0.25;

/// Sorted numbers of all rows of three folded words.
using Shingles = std::vector<std::uint64_t>;
[[nodiscard]] Shingles shingles_of(const std::vector<std::string_view>& passages);

/// Share of the smaller text's shingles that the other has too, 0 to 1.
[[nodiscard]] double containment(const Shingles& a, const Shingles& b);

/// Keys under which a text is filed so that texts alike are found by look-up: two texts with a resemblance of
/// 0.3 meet under at least one key with 95 % likelihood, with 0.1 in 27 %.
inline constexpr std::size_t sketch_keys = 32;
[[nodiscard]] std::array<std::int64_t, sketch_keys> sketch_of(const Shingles& shingles);

} // namespace poa::documents
