// SPDX-License-Identifier: Apache-2.0
#pragma once
// Words of a paragraph for comparing and merging. Where a script does not divide words by blanks (Chinese),
// each sign counts as a word.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// A word and what stands between it and the next one.
struct Word {
    std::string word;
    std::string gap; ///< " ", "\n", empty between signs that stand together and after the last word
    bool operator==(const Word&) const = default;
};
/// A place where one text has other words than another: words [begin, end) of the first are words
/// [other_begin, other_end) of the second. Either may be empty, not both.
struct Hunk {
    std::size_t begin = 0, end = 0;
    std::size_t other_begin = 0, other_end = 0;
};
struct WordDifference {
    std::vector<Word> left, right;
    std::vector<Hunk> hunks; ///< in order, with an equal word between one and the next
};
[[nodiscard]] WordDifference difference(std::string_view left, std::string_view right);
[[nodiscard]] std::vector<Word> words_of(std::string_view text);
/// The text of words [begin, end). Between words that met only now stands a blank where their script has one.
[[nodiscard]] std::string text_of(const std::vector<Word>& words, std::size_t begin, std::size_t end);

} // namespace poa::decisions
