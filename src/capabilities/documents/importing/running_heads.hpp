// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines that a page layout repeats: the symbol at the top, the page number and the job number at the foot.

#include "capabilities/documents/importing/source_text.hpp"

namespace poa::documents {

/// For each line whether it is a running head or foot: one of the outer three lines of its page, short, no
/// note, and, digits aside, the same at the same place on at least three pages (both of two; an eighth of
/// very many). All false where the source has no pages.
[[nodiscard]] std::vector<bool> find_running_heads(const SourceText& source);

} // namespace poa::documents
