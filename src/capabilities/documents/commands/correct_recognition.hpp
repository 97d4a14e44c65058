// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/refusal.hpp"
#include "capabilities/documents/document.hpp"
#include "capabilities/documents/importing/actor_names.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::documents {

/// What the importer read wrongly or could not know. What is not set stays.
struct CorrectRecognition {
    std::string slug;
    std::int64_t revision = 0; ///< as read; 0: whatever it is now
    std::optional<std::string> title;
    std::optional<std::string> symbol; ///< empty text: it has none
    std::optional<std::string> kind;
    std::optional<Day> day;
    std::optional<Actor> submitted_by; ///< empty key: nobody
    std::optional<Audience> audience;
    /// The version in `from` is in fact in `to`.
    std::optional<std::pair<Language, Language>> language;
};

/// Puts a document's description right, and the search index with it. Records "documents.correct_recognition"
/// with the names of what changed. The slug stays: addresses do not break. Refuses:
/// "documents.may_not_import" (not_permitted), "documents.not_found", "documents.malformed_symbol",
/// "documents.title_required" (bad_input, all together), "documents.symbol_taken", "documents.stale",
/// "documents.language_taken" (conflict).
[[nodiscard]] Result<Document> correct_recognition(ledger::Work& work, const By& by,
                                                   const CorrectRecognition& request);

} // namespace poa::documents
