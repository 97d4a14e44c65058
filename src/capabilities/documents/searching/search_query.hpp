// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader typed into the search field, read harmlessly: words (all must occur), "a phrase", -without,
// OR between two, document symbols.

#include "capabilities/documents/searching/analyser.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

inline constexpr std::size_t query_bytes_max = 1'000;
inline constexpr std::size_t query_terms_max = 24;

/// A word or phrase. Found where any of `forms` occurs: one per language it may be of, each a row of tokens
/// that must be neighbours.
struct QueryTerm {
    std::string shown; ///< as typed, without quotes and minus
    std::string word;  ///< folded, for "did you mean"; empty for phrases and symbols
    std::vector<std::vector<std::string>> forms;
};

struct SearchQuery {
    std::vector<std::vector<QueryTerm>> all; ///< of each group at least one
    std::vector<QueryTerm> none;
    bool truncated = false; ///< longer than the limits: the rest was not read
    [[nodiscard]] bool is_empty() const { return all.empty(); }
};

/// Reads any text whatever. Words are analysed in each of `languages` whose script they are in.
[[nodiscard]] SearchQuery parse_query(std::string_view text, std::span<const Language> languages);

/// The query in FTS5's language; `facets` are groups of facet tokens, of each at least one must stand.
[[nodiscard]] std::string fts5_query(const SearchQuery& query,
                                     const std::vector<std::vector<std::string>>& facets);
/// The same as a tsquery.
[[nodiscard]] std::string ts_query(const SearchQuery& query,
                                   const std::vector<std::vector<std::string>>& facets);

} // namespace poa::documents
