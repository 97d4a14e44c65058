// SPDX-License-Identifier: Apache-2.0
#pragma once
// Places of words on pages to text: which lines are one paragraph, told by where they stand.

#include <optional>
#include <string>
#include <string_view>

namespace poa::documents {

/// Reads what `pdftotext -bbox-layout` writes. Each paragraph becomes one line with a blank line after it,
/// each row of a table a line with tabs, each page ends with a form feed; a raised number becomes
/// "<sup>12</sup>". Nothing where it is no such output, and for texts read from the right: their words come
/// with the letters in the order of sight, which pdftotext puts right only in its plain output. Linear.
[[nodiscard]] std::optional<std::string> text_of_placed_words(std::string_view placed);

/// Plain output of pdftotext without the signs of direction it sets round lines read from the right, and with
/// the number of a paragraph before its dash. Linear.
[[nodiscard]] std::string without_direction_signs(std::string_view text);

} // namespace poa::documents
