// SPDX-License-Identifier: Apache-2.0
#pragma once
// Headings that no markup tells, and "A." before a text that is no list.

#include "capabilities/documents/importing/blocks.hpp"

namespace poa::documents {

/// In a text without markup: short lines that stand alone, and short numbered ones before a long text, become
/// headings. Linear.
void find_plain_headings(std::vector<Block>& blocks);

/// "A." and "IV." begin an item only beside another of their row; else they are initials of a name, and the
/// block is text again. Linear.
void take_initials_back(std::vector<Block>& blocks);

} // namespace poa::documents
