// SPDX-License-Identifier: Apache-2.0
#pragma once
// What several pages of documents are made of: rows of documents, versions, passages and replies; the text
// that was asked for.

#include "capabilities/documents/pages_loading.hpp"
#include "capabilities/documents/queries_passages.hpp"

#include <string>
#include <string_view>

namespace poa::documents {

/// No text has a passage of a higher number. A number beyond would reach into the passages of another
/// document, which the reader need not be allowed to read.
inline constexpr std::int64_t after_passage_max = PassageKey::ordinals - 1;
inline constexpr int passages_limit_default = 100;
inline constexpr int passages_limit_max = 500;
inline constexpr int rows_a_page = 50;

[[nodiscard]] ListedDocument listed(const Document& document);
[[nodiscard]] ListedVersion listed(const Version& version);
[[nodiscard]] ReplyRow row_of(const StoredReply& reply, const Document& document);

enum class Marks { read, left_out };
[[nodiscard]] PassageRow row_of(const PassageView& passage, Marks marks);

/// What follows the passage with the number `after` (-1: from the first); never beyond the text itself.
[[nodiscard]] PassageRange range_after(const Version& version, std::int64_t after);

/// How a whole text or one reply of it is cited, and in `address` where it stands.
[[nodiscard]] std::string cited_whole_or_reply(storage::Session& session, VersionId id,
                                               std::string_view anchor, std::string* address);

/// The text that was asked for.
struct ChosenText {
    Document document;
    Version version;
};
/// Refuses what there is not, or not for this visitor.
[[nodiscard]] Result<ChosenText> choose_text(storage::Session& session, const web::Visit& visit,
                                             std::string_view slug, std::string_view language,
                                             std::int64_t number = 0);

/// The fields that all queries about one document begin with.
template <class Query> Input<Query> document_input(std::string name) {
    return Input<Query>(std::move(name))
        .hidden("document", &Query::document, {.label = N_("Document"), .characters_max = 200})
        .line("language", &Query::language,
              {.label = N_("Language of the text"), .required = false, .characters_max = 12});
}

} // namespace poa::documents
