// SPDX-License-Identifier: Apache-2.0
#pragma once
// The search index: FTS5 on SQLite, a tsvector with GIN on PostgreSQL, both filled with the same tokens.

#include "capabilities/documents/document.hpp"
#include "capabilities/documents/searching/search_query.hpp"
#include "storage/database.hpp"

#include <unordered_map>

namespace poa::documents {

/// What is indexed of one passage. Made outside the transaction: analysing is most of the work.
struct IndexedPassage {
    std::size_t ordinal = 0;
    PassageKind kind = PassageKind::paragraph;
    std::string tokens;             ///< without facets
    std::vector<std::string> words; ///< distinct, for the vocabulary
    std::string state;              ///< ISO3 of the reply it is in; empty outside
};

[[nodiscard]] std::vector<IndexedPassage>
index_passages(const std::vector<Passage>& passages, const std::vector<Reply>& replies, Language language);

/// Facets that the whole document gives its passages: audience, owner, kind, language, year, State that
/// submitted it.
[[nodiscard]] std::vector<std::string> facets_of(const Document& document, Language language);

void add_to_index(storage::Session& session, const Document& document, VersionId version, Language language,
                  const std::vector<IndexedPassage>& passages);
/// Takes passages with keys from `first` to `last` out again.
void remove_from_index(storage::Session& session, PassageKey first, PassageKey last);
/// A whole version.
void remove_from_index(storage::Session& session, VersionId version);

/// In how many indexed passages each of `tokens` is; tokens that are in none are left out.
[[nodiscard]] std::unordered_map<std::string, std::int64_t>
passages_with(storage::Session& session, const std::vector<std::string>& tokens);
[[nodiscard]] std::int64_t passages_indexed(storage::Session& session);

/// Words of the vocabulary near `word`, the nearest and then the most frequent first.
[[nodiscard]] std::vector<std::string> near_words(storage::Session& session, std::string_view word,
                                                  std::size_t count);

} // namespace poa::documents
