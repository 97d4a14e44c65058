// SPDX-License-Identifier: Apache-2.0
#pragma once
// A first page whose lines stand one under the other without blank lines between them.

#include "capabilities/documents/importing/blocks.hpp"

namespace poa::documents {

/// Cuts the texts at the beginning that hold lines of a first page (symbol, date, "Submitted by ...") or a
/// title above running text: each such line becomes a block, the title a heading. Lines that only were broken
/// at the edge of the page stay together. Linear.
void split_front_block(std::vector<Block>& blocks);

} // namespace poa::documents
