// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the way of a proposal asks of its negotiated text.

#include "base/id.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/paragraph.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// The first version: paragraphs are what empty lines divide. Needs: a proposal without a text.
void begin_text(storage::Session& session, Id<Proposal> proposal, std::string_view language,
                std::string_view text, Instant now);
/// Of a draft: the whole text anew, its paragraphs with keys from p1. No history is kept of drafts.
void rewrite_text(storage::Session& session, Id<Proposal> proposal, std::string_view language,
                  std::string_view text, Instant now);

/// Number of the newest version, from 1. 0: no text.
[[nodiscard]] std::int64_t newest_version(storage::Session& session, Id<Proposal> proposal);
/// The newest version, in order; in O(its paragraphs), however many versions there are.
[[nodiscard]] std::vector<Paragraph> current_text(storage::Session& session, Id<Proposal> proposal);
[[nodiscard]] std::vector<Paragraph> text_at(storage::Session& session, Id<Proposal> proposal,
                                             std::int64_t version);

/// What is open in the newest version: brackets, open amendments, objections that stand, those told to the
/// Chair alone as well. For who puts a question; other readers get `open_points_for` (queries_text.hpp).
[[nodiscard]] std::vector<OpenPoint> open_points(storage::Session& session, Id<Proposal> proposal);

} // namespace poa::decisions
