// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text to search tokens, the same for both databases and for queries. A token is made of ASCII letters and
// digits in lower case and of bytes above 0x7F only, so FTS5's `ascii` tokenizer and a tsvector take it as it
// is.
//
//   words     ICU word boundaries, NFKC case folding, Snowball stems (Arabic: light stemming after Larkey and
//   others,
//             "Light stemming for Arabic information retrieval", 2007), marks stripped after stemming
//   Chinese   dictionary words, and beside them every pair of neighbouring characters as "·" + pair
//   symbols   one token: "A/78/76" is "a·78·76"

#include "capabilities/documents/language.hpp"
#include "capabilities/documents/symbol.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

struct Token {
    std::string text;
    std::uint32_t begin = 0; ///< bytes [begin, end) of the analysed text
    std::uint32_t end = 0;
    std::string
        word; ///< folded, not stemmed, marks stripped: for the vocabulary; empty for symbols and pairs
};

struct Analysed {
    std::vector<Token> words; ///< in order: neighbours in the text are neighbours here
    std::vector<Token> pairs; ///< of Chinese characters, in order
};

/// `text` must be well-formed UTF-8. Any thread.
[[nodiscard]] Analysed analyse(std::string_view text, Language language);

/// Tokens as one text, for the index: words, and after a sign that no query has, the pairs.
[[nodiscard]] std::string index_text(const Analysed& analysed);

[[nodiscard]] std::string symbol_token(const Symbol& symbol);
/// A token that no text gives: "§" and ASCII letters and digits of `kind` and `value`.
[[nodiscard]] std::string facet_token(std::string_view kind, std::string_view value);

} // namespace poa::documents
