// SPDX-License-Identifier: Apache-2.0
#pragma once
// Markup inside a paragraph: emphasis, footnote references, links, symbols. Plain text and marks come out.

#include "capabilities/documents/importing/passage.hpp"

namespace poa::documents {

/// In a source: two pieces were put together here. A control character, which checked text does not have.
inline constexpr char join_sign = '\x1e';

struct InlineText {
    std::string text;
    std::vector<Mark> marks;
    std::vector<std::uint32_t> joined; ///< bytes in `text` where a `join_sign` stood
    std::vector<std::string>
        dropped_links; ///< addresses that are neither web addresses nor a document's symbol
};

/// Reads Markdown emphasis, `<i>`, `<b>`, `<sup>1</sup>` and `[^1]` as footnote references, links, escapes
/// and the common character references. What only looks like markup stays text. White space runs become one
/// space; a hard line break (two spaces, or a backslash, before the line's end) becomes '\n' where
/// `keep_breaks`, else a space. Marks are sorted and properly nested. Linear.
[[nodiscard]] InlineText read_inline(std::string_view source, bool keep_breaks = false);

/// Adds a `symbol` mark for every symbol cited in `text`. Marks that cross one (never in sane input) lose.
void mark_symbols(InlineText& inline_text);

} // namespace poa::documents
