// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries.hpp"

namespace poa::documents {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query newest{"documents.newest",
                       "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE {readable} "
                       "AND (d.created_at, d.id) < ($1, $2) ORDER BY d.created_at DESC, d.id DESC LIMIT $3"};
constexpr Query newest_of_kind{"documents.newest_of_kind",
                               "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE {readable} "
                               "AND (d.created_at, d.id) < ($1, $2) AND d.kind = $4 "
                               "ORDER BY d.created_at DESC, d.id DESC LIMIT $3"};
constexpr Query newest_of_actor{
    "documents.newest_of_actor",
    "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE {readable} "
    "AND (d.created_at, d.id) < ($1, $2) AND d.submitted_by = $4 AND ($5 = '' OR d.kind = $5) "
    "ORDER BY d.created_at DESC, d.id DESC LIMIT $3"};
constexpr Query cited{"documents.cited",
                      "SELECT c.symbol, c.passages, COALESCE(d.slug, ''), COALESCE(d.title, '') FROM "
                      "(SELECT symbol, COUNT(*) AS passages FROM document_citation WHERE passage BETWEEN $1 "
                      "AND $2 GROUP BY symbol) c "
                      "LEFT JOIN document d ON d.symbol = c.symbol AND {readable} ORDER BY c.symbol"};
constexpr Query cited_by{"documents.cited_by",
                         "SELECT " POA_DOCUMENT_COLUMNS
                         ", p.key, p.anchor, p.label, p.text FROM document_citation c "
                         "JOIN document_version v ON v.id = c.version AND v.is_current = 1 "
                         "JOIN document d ON d.id = v.document AND d.withdrawn_at IS NULL AND {readable} "
                         "JOIN document_passage p ON p.key = c.passage "
                         "WHERE c.symbol = $1 AND d.symbol IS DISTINCT FROM c.symbol AND c.passage > $2 "
                         "ORDER BY c.passage LIMIT $3"};
constexpr Query state_replies{
    "documents.state_replies",
    "SELECT " POA_DOCUMENT_COLUMNS
    ", r.version, r.anchor, r.name, r.state, r.language, r.day, r.first_key, r.last_key "
    "FROM document_reply r JOIN document_version v ON v.id = r.version AND v.is_current = 1 "
    "JOIN document d ON d.id = v.document AND d.withdrawn_at IS NULL AND {readable} "
    "WHERE r.state = $1 ORDER BY r.version DESC LIMIT $2"};

constexpr int document_columns = 18;

StoredReply read_reply(const Row& row, int c) {
    StoredReply reply;
    reply.version = VersionId{row.integer(c)};
    reply.anchor = row.string(c + 1);
    reply.name = row.string(c + 2);
    reply.state = row.string(c + 3);
    reply.language = parse_language_code(row.text(c + 4));
    reply.day = row.maybe(c + 5, [](const Row& r, int i) { return r.day(i); });
    reply.first = {row.integer(c + 6)};
    reply.last = {row.integer(c + 7)};
    return reply;
}

} // namespace

std::optional<Document> find_visible_document(Session& session, const Reader& reader, std::string_view slug) {
    auto document = find_document_by_slug(session, slug);
    if (!document || !may_read(reader, *document)) return std::nullopt;
    return document;
}

std::vector<Document> list_documents(Session& session, const Reader& reader, const DocumentFilter& filter,
                                     ListPlace after, int count) {
    auto read = [](const Row& row) { return read_document(row); };
    std::int64_t at =
        after.id == 0 ? std::numeric_limits<std::int64_t>::max() : after.created_at.microseconds;
    if (!filter.submitted_by.empty())
        return all_readable(session, reader, newest_of_actor, read, at, after.id, count, filter.submitted_by,
                            filter.kind);
    if (!filter.kind.empty())
        return all_readable(session, reader, newest_of_kind, read, at, after.id, count, filter.kind);
    return all_readable(session, reader, newest, read, at, after.id, count);
}

std::optional<Version> choose_version(const std::vector<Version>& versions,
                                      std::span<const Language> wanted) {
    for (Language language : wanted)
        for (const Version& version : versions)
            if (version.is_current && version.language == language) return version;
    for (const Version& version : versions)
        if (version.is_current && version.translation == Translation::original) return version;
    for (const Version& version : versions)
        if (version.is_current) return version;
    return std::nullopt;
}

std::optional<PassageRange> section_range(const std::vector<StoredPassage>& outline, const Version& version,
                                          std::string_view anchor) {
    auto here = std::find_if(outline.begin(), outline.end(),
                             [&](const StoredPassage& stored) { return stored.passage.anchor == anchor; });
    if (here == outline.end()) return std::nullopt;
    auto next = std::find_if(here + 1, outline.end(), [&](const StoredPassage& stored) {
        return stored.passage.level <= here->passage.level;
    });
    PassageKey last = next == outline.end()
                          ? PassageKey::of(version.id, static_cast<std::size_t>(version.passages) - 1)
                          : PassageKey{next->key.number - 1};
    return PassageRange{here->key, last};
}

std::vector<Cited> citations_out(Session& session, const Reader& reader, VersionId version) {
    return all_readable(
        session, reader, cited,
        [](const Row& row) {
            return Cited{row.string(0), row.integer(1), row.string(2), row.string(3)};
        },
        PassageKey::of(version, 0).number, PassageKey::of(version, PassageKey::ordinals - 1).number);
}

std::vector<CitedBy> citations_in(Session& session, const Reader& reader, std::string_view symbol,
                                  PassageKey after, int count) {
    return all_readable(
        session, reader, cited_by,
        [](const Row& row) {
            int c = document_columns;
            return CitedBy{read_document(row),
                           {row.integer(c)},
                           row.string(c + 1),
                           row.string(c + 2),
                           row.string(c + 3)};
        },
        symbol, after.number, count);
}

std::vector<ReplyListed> replies_of_state(Session& session, const Reader& reader, std::string_view iso3,
                                          int count) {
    return all_readable(
        session, reader, state_replies,
        [](const Row& row) {
            return ReplyListed{read_document(row), read_reply(row, document_columns)};
        },
        iso3, count);
}

} // namespace poa::documents
