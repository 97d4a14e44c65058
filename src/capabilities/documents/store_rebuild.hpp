// SPDX-License-Identifier: Apache-2.0
#pragma once
// The search index made anew from the passages: of one document after its description changed, or of
// everything, in small transactions while the house is serving.

#include "capabilities/documents/store_search.hpp"

namespace poa::documents {

/// All current versions of the document.
void reindex_document(storage::Session& session, const Document& document);

/// One step of a rebuild.
struct RebuildStep {
    bool finished = false;
    std::int64_t passages = 0; ///< done in this step
};

/// Begins a rebuild, or goes on with the one that is under way: call it in transactions of its own until
/// `finished`. Each step replaces the index rows of some hundred passages, so search has every passage all
/// the time, and a rebuild that was broken off goes on where it stopped. Documents that come in meanwhile are
/// indexed as always.
[[nodiscard]] RebuildStep rebuild_step(storage::Session& session, Instant now);

/// The whole rebuild. Returns the number of passages.
std::int64_t rebuild_search(storage::Database& database, const Clock& clock);

} // namespace poa::documents
