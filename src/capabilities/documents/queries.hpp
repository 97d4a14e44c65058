// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be asked about documents. Everything a reader may not see is as if it were not there.

#include "capabilities/documents/queries_readable.hpp"
#include "capabilities/documents/store.hpp"
#include "capabilities/documents/store_comparisons.hpp"

namespace poa::documents {

/// By its slug. Withdrawn documents are found too: that they are withdrawn is shown, their text is not
/// searched.
[[nodiscard]] std::optional<Document> find_visible_document(storage::Session& session, const Reader& reader,
                                                            std::string_view slug);

struct DocumentFilter {
    std::string kind;         ///< empty: all
    std::string submitted_by; ///< "state:CAN"; empty: all
};
/// Where a page of the list begins: right after this one. Stable while documents come in.
struct ListPlace {
    Instant created_at{};
    std::int64_t id = 0; ///< 0: from the newest
};
/// Newest first.
[[nodiscard]] std::vector<Document> list_documents(storage::Session& session, const Reader& reader,
                                                   const DocumentFilter& filter, ListPlace after, int count);

/// The current version to show: in one of `wanted`, in that order; else an original; else any.
[[nodiscard]] std::optional<Version> choose_version(const std::vector<Version>& versions,
                                                    std::span<const Language> wanted);

/// Keys from a heading to before the next one of its level or a higher one; nothing where there is no such
/// heading.
struct PassageRange {
    PassageKey first, last;
};
[[nodiscard]] std::optional<PassageRange> section_range(const std::vector<StoredPassage>& outline,
                                                        const Version& version, std::string_view anchor);

/// A document cited, with how often, and which document that is where the reader may see it.
struct Cited {
    std::string symbol;
    std::int64_t passages = 0;
    std::string slug, title; ///< empty: not here (yet)
};
[[nodiscard]] std::vector<Cited> citations_out(storage::Session& session, const Reader& reader,
                                               VersionId version);

/// A passage that cites a symbol, in current versions.
struct CitedBy {
    Document document;
    PassageKey key;
    std::string anchor, label, text;
};
[[nodiscard]] std::vector<CitedBy> citations_in(storage::Session& session, const Reader& reader,
                                                std::string_view symbol, PassageKey after, int count);

/// Replies of one State in current versions, newest first.
struct ReplyListed {
    Document document;
    StoredReply reply;
};
[[nodiscard]] std::vector<ReplyListed> replies_of_state(storage::Session& session, const Reader& reader,
                                                        std::string_view iso3, int count);

} // namespace poa::documents
