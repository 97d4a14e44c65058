// SPDX-License-Identifier: Apache-2.0
#pragma once
// Blocks to passages: headings with levels, numbered paragraphs, items, replies, each with anchor and label.

#include "capabilities/documents/importing/actor_names.hpp"
#include "capabilities/documents/importing/blocks.hpp"
#include "capabilities/documents/importing/front_matter.hpp"

namespace poa::documents {

/// Fills passages, replies and remarks of `document`. Footnotes get their anchors in `link_footnotes`. Linear
/// but for sorting.
void build_structure(const std::vector<Block>& blocks, const FrontMatter& front, const ActorNames& names,
                     ParsedDocument& document);

/// Finds the reference of each footnote, gives it to the reply of its reference ("lva/note-37" though it is
/// printed under Monaco's first page), names both ends, and remarks on what has no other end.
void link_footnotes(ParsedDocument& document);

/// Pages of headings as the printed list of contents gives them, where the source has no pages of its own.
void take_pages_from_contents(ParsedDocument& document);

} // namespace poa::documents
