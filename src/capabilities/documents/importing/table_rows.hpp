// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of a table with cells set off by tabs or bars.

#include "capabilities/documents/importing/inline_text.hpp"

namespace poa::documents {

/// Cells joined by tabs, rows by line feeds; the rule under the head of a bar table is no row.
[[nodiscard]] InlineText read_table_rows(std::string_view source);

} // namespace poa::documents
