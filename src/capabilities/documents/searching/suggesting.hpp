// SPDX-License-Identifier: Apache-2.0
#pragma once
// "Did you mean": words near a word, by deletion neighbourhoods (W. Garbe, "Symmetric Delete", 2012): two
// words within a small edit distance become equal when a few letters of each are deleted, so near words are
// found by look-up.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

/// Words the vocabulary keeps: letters only, 4 to 24 of them, no ideographs.
[[nodiscard]] bool is_vocabulary_word(std::string_view word);

/// Numbers of the word's beginning (7 letters) and of what is left of it when one letter, or for longer words
/// two, are deleted. Words within distance 1 (two for longer words) share at least one number with each
/// other.
[[nodiscard]] std::vector<std::int64_t> shapes_of(std::string_view word);

/// How far words of that length may differ: 1 below 7 letters, else 2.
[[nodiscard]] int distance_allowed(std::string_view word);

/// Edits (one letter put in, left out, changed, or two neighbours exchanged) from one to the other, counted
/// up to `most`; `most` + 1 where it is more.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int most);

} // namespace poa::documents
