// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text to document: the whole importer behind one function.

#include "base/refusal.hpp"
#include "capabilities/documents/importing/actor_names.hpp"
#include "capabilities/documents/importing/passage.hpp"

namespace poa::documents {

inline constexpr std::size_t passages_max = 100'000;

/// What the caller knows beforehand; what is empty is recognised from the text.
struct ImportHints {
    std::optional<Symbol> symbol;
    std::string title;
    std::string file_name; ///< "a-78-76.txt" tells a symbol that the text lacks
    std::optional<Language> language;
    std::string submitted_by; ///< "state:CAN", "organisation:..."
};

/// Reads Markdown-like text (also as taken from PDF, with wrong heading levels and stray page breaks) or
/// plain text with form feeds between pages. Every line of the source is in a passage or left over. Refuses
/// what importing/source_text.hpp refuses, text without any passage ("documents.empty") and text with more
/// than `passages_max` ("documents.too_many_passages"). Linear in the length of the text, but for sorting.
[[nodiscard]] Result<ParsedDocument> parse_document(std::string_view text, const ImportHints& hints,
                                                    const ActorNames& names);

} // namespace poa::documents
