// SPDX-License-Identifier: Apache-2.0
#pragma once
// Search over all current passages. The reader's audience is part of the index query and is checked once more
// against the document itself.

#include "capabilities/documents/queries.hpp"
#include "capabilities/documents/searching/snippet.hpp"

namespace poa::documents {

/// Matches that are ranked; of more it is only said that there are "at least" so many. Keeps the cost of a
/// common word independent of the size of the corpus. The newest matches are taken.
inline constexpr int ranked_matches_max = 2'000;
inline constexpr int search_count_max = 100;

struct SearchRequest {
    std::string query;
    std::string state;                ///< ISO3; empty: all
    std::optional<Language> language; ///< of the text
    std::string kind;                 ///< of the document
    std::optional<Day> from, to;      ///< of the document, both included
    int offset = 0;                   ///< below `ranked_matches_max`
    int count = 20;
};

struct SearchHit {
    Document document;
    Language language = Language::english;
    PassageKey key;
    std::string anchor, label;
    PassageKind kind = PassageKind::paragraph;
    Snippet snippet;
    double score = 0;
};

struct SearchAnswer {
    std::vector<SearchHit> hits;
    int total = 0;            ///< matches, up to `ranked_matches_max`
    bool at_least = false;    ///< there are more
    bool some_words = false;  ///< no passage has all the words: these have some of them, most first
    std::string did_you_mean; ///< the query with words that occur nowhere put right; empty: nothing to say
    bool truncated = false;   ///< the query was longer than what is read of it
};

/// Never refuses: what cannot be read as a query finds nothing.
[[nodiscard]] SearchAnswer search(storage::Session& session, const Reader& reader,
                                  const SearchRequest& request);

} // namespace poa::documents
