// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is put right before and while pandoc reads: what it would lose, and what would cost it too long.

#include <cstddef>
#include <string>
#include <string_view>

namespace poa::documents {

/// A Lua filter for pandoc: every table becomes one that has a head and cells of one line (else pandoc would
/// write "[TABLE]" in its place), and the title that a DOCX has as a property is a heading again.
[[nodiscard]] std::string_view pandoc_filter();

/// Paragraphs and cells in DOCX, ODT, HTML or RTF source: pandoc's time grows with their square.
[[nodiscard]] std::size_t count_paragraphs(std::string_view source, std::string_view media_type);

/// RTF whose footnotes pandoc reads: it takes no destination marked as one to skip, and puts a table that no
/// paragraph follows into the next note.
[[nodiscard]] std::string with_readable_notes(std::string_view rtf);

/// The content of an ODT with the head rows of tables as rows like the others: pandoc drops them.
[[nodiscard]] std::string with_plain_head_rows(std::string_view content);

} // namespace poa::documents
