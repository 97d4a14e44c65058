// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines to blocks: runs of lines that belong together by their markup or layout, before anything is known of
// structure.

#include "capabilities/documents/importing/enumerator.hpp"
#include "capabilities/documents/importing/inline_text.hpp"
#include "capabilities/documents/importing/passage.hpp"
#include "capabilities/documents/importing/source_text.hpp"

namespace poa::documents {

struct Block {
    enum class Kind { heading, text, item, table, footnote, quotation, preformatted };
    enum class Emphasis { none, italic, strong };

    Kind kind = Kind::text;
    /// Its text, line ends kept as '\n'; without heading marks, enumerator and note number. Where another
    /// block was put on stands a `join_sign`.
    std::string source;
    std::vector<LineRange> lines;
    std::uint32_t page = 0;
    int hash_level = 0; ///< of a Markdown heading, 1 to 6; 0 where it is a heading by other signs
    Emphasis emphasis = Emphasis::none; ///< of a heading, or of a text that is emphasised as a whole
    std::optional<Enumerator> enumerator;
    std::string printed;     ///< the enumerator as it stood, with its space and without a converter's bullet
    std::string note_number; ///< of a footnote
    int indent = 0;
    bool breaks_kept = false; ///< lines end in hard breaks that mean something (front matter)
};

struct Blocks {
    std::vector<Block> blocks;
    std::vector<LeftOver> left_over;
    bool is_markdown = false; ///< has Markdown headings: then only what is marked as heading is one
};

/// Cuts checked text into blocks. Running heads and page numbers (lines that come again at the edge of
/// several pages) are left over. Linear.
[[nodiscard]] Blocks read_blocks(const SourceText& source);

/// Puts together what a page break or a footnote at the foot of a page split: a text block that goes on in
/// the middle of a sentence. Notes that stood between come after. Linear.
void join_split_blocks(std::vector<Block>& blocks);

} // namespace poa::documents
