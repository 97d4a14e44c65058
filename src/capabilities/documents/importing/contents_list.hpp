// SPDX-License-Identifier: Apache-2.0
#pragma once
// The printed list of contents: where it begins and ends, and which page it gives for a heading.

#include "capabilities/documents/importing/blocks.hpp"

#include <map>

namespace poa::documents {

/// A heading "Contents" with entries after it that end in page numbers.
[[nodiscard]] bool begins_contents_list(const std::vector<Block>& blocks, std::size_t at);
/// The first block after the list that begins at `at`.
[[nodiscard]] std::size_t end_of_contents_list(const std::vector<Block>& blocks, std::size_t at);
/// Pages by folded name of the entry, from the list's plain text.
[[nodiscard]] std::map<std::string, int> pages_in_contents(std::string_view text);

} // namespace poa::documents
