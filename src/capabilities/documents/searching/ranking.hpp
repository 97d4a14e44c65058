// SPDX-License-Identifier: Apache-2.0
#pragma once
// How well a passage answers a query. Our own score, so that both databases give the same order, counted over
// a bounded number of candidates only.

#include "capabilities/documents/importing/passage.hpp"
#include "capabilities/documents/searching/search_query.hpp"

#include <unordered_map>

namespace poa::documents {

/// Scores candidates of one query.
class Ranker {
  public:
    /// `passages_of(token)` is the number of indexed passages that have the token, `passages_total` of all.
    Ranker(const SearchQuery& query, const std::unordered_map<std::string, std::int64_t>& passages_of,
           std::int64_t passages_total);

    /// All tokens of the query's terms (not of excluded ones): what `passages_of` must know.
    [[nodiscard]] static std::vector<std::string> tokens_of(const SearchQuery& query);

    /// BM25 over the terms with the usual constants, more where terms stand close together, weighed by the
    /// kind of passage: headings count more, notes and front matter less. Above 0 for every passage with a
    /// term in it.
    [[nodiscard]] double score(std::string_view index_tokens, PassageKind kind) const;

  private:
    struct Form {
        std::size_t term;
        std::vector<std::string> tokens;
    };
    std::vector<Form> forms_;
    std::unordered_map<std::string, std::vector<std::size_t>, std::hash<std::string>, std::equal_to<>>
        by_first_token_;
    std::vector<double> weights_; ///< of terms
};

} // namespace poa::documents
