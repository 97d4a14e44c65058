// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back. Documents, versions, passages, replies, citations, import reports; see
// store_search.hpp and store_comparisons.hpp for the rest.

#include "capabilities/documents/document.hpp"
#include "storage/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

[[nodiscard]] std::optional<Document> find_document(storage::Session& session, DocumentId id);
[[nodiscard]] std::optional<Document> find_document_by_slug(storage::Session& session, std::string_view slug);
[[nodiscard]] std::optional<Document> find_document_by_symbol(storage::Session& session,
                                                              std::string_view symbol);
/// Inserts; `id` of the argument is ignored.
DocumentId insert_document(storage::Session& session, const Document& document);
/// Saves everything but id and creation, where the revision is still the one read; false: somebody was
/// faster.
[[nodiscard]] bool update_document(storage::Session& session, const Document& document, Instant now);

[[nodiscard]] std::optional<Version> find_version(storage::Session& session, VersionId id);
[[nodiscard]] std::optional<Version> find_current_version(storage::Session& session, DocumentId document,
                                                          Language language);
[[nodiscard]] std::vector<Version> versions_of(storage::Session& session, DocumentId document);
/// Makes it the current one of its document and language.
VersionId insert_version(storage::Session& session, const Version& version);
/// Another language for a version, as current one with the next number; false where that is taken.
void move_version(storage::Session& session, VersionId version, Language language, std::int64_t number);

/// Passages and what they cite. Returns their digest (passages_digest.hpp), as the journal keeps it.
Sha256 insert_passages(storage::Session& session, VersionId version, const std::vector<Passage>& passages);
/// The same digest of the rows as they are now.
[[nodiscard]] Sha256 digest_of_passages(storage::Session& session, VersionId version);
void insert_replies(storage::Session& session, VersionId version, const std::vector<Reply>& replies);
void insert_import_report(storage::Session& session, VersionId version, const ParsedDocument& document);

/// One index range scan: passages with `first` <= key, in order, at most `count`, none beyond `last`.
[[nodiscard]] std::vector<StoredPassage> read_passages(storage::Session& session, PassageKey first,
                                                       PassageKey last, int count);
[[nodiscard]] std::optional<StoredPassage> find_passage(storage::Session& session, VersionId version,
                                                        std::string_view anchor);
/// Title and headings.
[[nodiscard]] std::vector<StoredPassage> read_outline(storage::Session& session, VersionId version);
[[nodiscard]] std::vector<StoredReply> read_replies(storage::Session& session, VersionId version);

struct ImportReport {
    std::vector<Remark> remarks;
    std::vector<LeftOver> left_over;
};
[[nodiscard]] ImportReport read_import_report(storage::Session& session, VersionId version);

/// Columns of `document` in the order `read_document` takes them, for queries elsewhere; `d` is the table's
/// name there.
#define POA_DOCUMENT_COLUMNS                                                                                 \
    "d.id, d.slug, d.symbol, d.title, d.kind, d.day, d.session, d.agenda_item, d.distribution, "             \
    "d.original_languages, "                                                                                 \
    "d.submitted_by, d.submitted_by_name, d.part_of, d.audience, d.created_at, d.changed_at, "               \
    "d.withdrawn_at, d.revision"
[[nodiscard]] Document read_document(const storage::Row& row, int first_column = 0);

[[nodiscard]] std::string write_languages(const std::vector<Language>& languages);
[[nodiscard]] std::vector<Language> read_languages(std::string_view codes);

} // namespace poa::documents
