// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines that a page layout repeats: the symbol at the top, the page number and the job number at the foot.

#include "capabilities/documents/importing/source_text.hpp"

namespace poa::documents {

/// For each line whether it is a running head or foot: one of the outer three lines of its page, short, and,
/// digits aside, the same on at least three pages, or on both of two. All false where the source has no
/// pages.
[[nodiscard]] std::vector<bool> find_running_heads(const SourceText& source);

} // namespace poa::documents
