// SPDX-License-Identifier: Apache-2.0
#pragma once
// Parts of a whole text, so that no page of it is heavy: cut before its headings, and between two passages
// only where what stands under one heading is more than a page takes.

#include <cstddef>
#include <span>
#include <vector>

namespace poa::documents {

/// A passage, as far as the cuts depend on it.
struct WeighedPassage {
    enum class Kind { heading, inner_heading, text };
    Kind kind = Kind::text; ///< inner: of a reply, as its own text has it
    std::size_t bytes = 0;
};

/// Where each part begins (places in `passages`), the first at 0; nothing where there are no passages. A part
/// has at most `bytes_max`, or one passage. A heading is never the last of its part unless another follows it
/// or it is as heavy as a part.
[[nodiscard]] std::vector<std::size_t> part_begins(std::span<const WeighedPassage> passages,
                                                   std::size_t bytes_max);

} // namespace poa::documents
