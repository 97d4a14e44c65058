// SPDX-License-Identifier: Apache-2.0
#pragma once
// The template that pandoc takes page and styles of a DOCX from.

#include <string>

namespace poa::views {

/// A DOCX without text: A4, headings, small tables with lines; where `right_to_left`, the first column of a
/// table stands on the right, which pandoc does not do by itself.
[[nodiscard]] std::string docx_template(bool right_to_left);

} // namespace poa::views
