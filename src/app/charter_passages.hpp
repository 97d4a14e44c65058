// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether what a charter says it read stands where it says so, on the record of this platform.

#include "capabilities/charter/charter.hpp"
#include "capabilities/documents/documents.hpp"

#include <string_view>
#include <vector>

namespace poa::app {

/// Code of what is wrong with the passage a clause names, as this reader may see the record:
/// "charter.no_document", "charter.no_passage", "charter.words_not_there". Empty where nothing is, or where
/// it names no passage.
[[nodiscard]] std::string_view problem_of_passage(storage::Session& session, const documents::Reader& reader,
                                                  const charter::Provenance& source);

struct MissingPassage {
    std::size_t clause = 0;
    std::string_view problem; ///< as above
};
/// Of the clauses that the charter's own file speaks of.
[[nodiscard]] std::vector<MissingPassage> missing_passages(storage::Database& database,
                                                           const charter::Charter& charter);
/// How many of them name a passage.
[[nodiscard]] std::size_t passages_named(const charter::Charter& charter);

} // namespace poa::app
