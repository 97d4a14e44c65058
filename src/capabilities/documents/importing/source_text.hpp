// SPDX-License-Identifier: Apache-2.0
#pragma once
// The text to import, checked and cut into lines. Everything after this may trust it.

#include "base/refusal.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

inline constexpr std::size_t source_bytes_max = 16 * 1024 * 1024;
inline constexpr std::size_t source_line_bytes_max = 1024 * 1024;
inline constexpr std::size_t source_lines_max = 400'000;

struct SourceLine {
    std::string_view text;    ///< without line end; into SourceText::text
    std::uint32_t number = 0; ///< from 1
    std::uint32_t page = 0;   ///< from 1 where the source has form feeds; else 0
};

struct SourceText {
    std::string text; ///< NFC, line ends "\n", no byte order mark, no soft hyphens
    std::vector<SourceLine> lines;
    bool has_pages = false;

    SourceText() = default;
    SourceText(SourceText&&) = delete; // lines point into text
};

/// Checks and fills `into`. Refuses (bad_input), with every problem up to a hundred: "documents.empty",
/// "documents.too_large" (bytes, bytes_max), "documents.not_utf8" (line), "documents.control_character"
/// (line, code), "documents.line_too_long" (line, bytes, bytes_max), "documents.too_many_lines" (lines,
/// lines_max).
[[nodiscard]] Result<void> read_source(std::string_view bytes, SourceText& into);

} // namespace poa::documents
