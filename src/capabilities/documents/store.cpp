// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/documents/store_rows.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace poa::documents {
namespace {

using storage::Parameter;
using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query by_id{"documents.by_id", "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE d.id = $1"};
constexpr Query by_slug{"documents.by_slug",
                        "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE d.slug = $1"};
constexpr Query by_symbol{"documents.by_symbol",
                          "SELECT " POA_DOCUMENT_COLUMNS " FROM document d WHERE d.symbol = $1"};
constexpr Query add_document{
    "documents.add_document",
    "INSERT INTO document (slug, symbol, title, kind, day, session, agenda_item, distribution, "
    "original_languages, "
    "submitted_by, submitted_by_name, part_of, audience, created_at, changed_at, withdrawn_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, NULL, 1) RETURNING id"};
constexpr Query save_document{"documents.save_document",
                              "UPDATE document SET slug = $3, symbol = $4, title = $5, kind = $6, day = $7, "
                              "submitted_by = $8, submitted_by_name = $9, "
                              "part_of = $10, audience = $11, changed_at = $12, withdrawn_at = $13, "
                              "original_languages = $14, revision = revision + 1 "
                              "WHERE id = $1 AND revision = $2"};

#define POA_VERSION_COLUMNS                                                                                  \
    "id, document, language, number, is_current, translation, translator, title, source_digest, "            \
    "source_file_name, "                                                                                     \
    "source_media_type, imported_at, imported_by, passages"
constexpr Query version_by_id{"documents.version_by_id",
                              "SELECT " POA_VERSION_COLUMNS " FROM document_version WHERE id = $1"};
constexpr Query current_version{
    "documents.current_version",
    "SELECT " POA_VERSION_COLUMNS
    " FROM document_version WHERE document = $1 AND language = $2 AND is_current = 1"};
constexpr Query all_versions{"documents.all_versions",
                             "SELECT " POA_VERSION_COLUMNS
                             " FROM document_version WHERE document = $1 ORDER BY language, number"};
constexpr Query retire_version{
    "documents.retire_version",
    "UPDATE document_version SET is_current = 0 WHERE document = $1 AND language = $2 AND is_current = 1"};
constexpr Query add_version{"documents.add_version",
                            "INSERT INTO document_version (document, language, number, is_current, "
                            "translation, translator, title, source_digest, "
                            "source_file_name, source_media_type, imported_at, imported_by, passages) "
                            "VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id"};
constexpr Query relabel_version{"documents.move_version",
                                "UPDATE document_version SET language = $2, number = $3 WHERE id = $1"};

constexpr std::int64_t no_day = INT32_MIN;
constexpr RowsQuery add_replies{
    "documents.add_replies",
    "INSERT INTO document_reply (version, ordinal, anchor, name, state, language, day, first_key, last_key)",
    "$1, $2, $3, $4, $5, $6, NULLIF($7, -2147483648), $8, $9", 9};
constexpr Query replies_of{
    "documents.replies_of",
    "SELECT version, anchor, name, state, language, day, first_key, last_key FROM document_reply "
    "WHERE version = $1 ORDER BY ordinal"};
constexpr Query add_report{"documents.add_import_report",
                           "INSERT INTO document_import (version, remarks, left_over) VALUES ($1, $2, $3)"};
constexpr Query report_of{"documents.import_report",
                          "SELECT remarks, left_over FROM document_import WHERE version = $1"};

constexpr std::size_t reported_lines_max = 10'000;

std::optional<std::string_view> or_null(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

Version read_version(const Row& row) {
    Version version;
    version.id = VersionId{row.integer(0)};
    version.document = DocumentId{row.integer(1)};
    version.language = parse_language_code(row.text(2)).value_or(Language::english);
    version.number = row.integer(3);
    version.is_current = row.truth(4);
    version.translation = parse_translation(row.text(5)).value_or(Translation::unofficial);
    version.translator = row.string(6);
    version.title = row.string(7);
    version.source_digest = row.digest(8);
    version.source_file_name = row.string(9);
    version.source_media_type = row.string(10);
    version.imported_at = row.instant(11);
    version.imported_by = row.string(12);
    version.passages = row.integer(13);
    return version;
}

std::string field(const boost::json::object& object, std::string_view name) {
    const boost::json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::uint32_t line_of(const boost::json::object& object) {
    const boost::json::value* value = object.if_contains("line");
    return value && value->is_int64() ? static_cast<std::uint32_t>(value->as_int64()) : 0;
}

template <class Read> void each_object(std::string_view json, Read&& read) {
    auto value = parse_json(json);
    if (!value || !value->is_array()) return;
    for (const boost::json::value& element : value->as_array())
        if (element.is_object()) read(element.as_object());
}

} // namespace

std::string write_languages(const std::vector<Language>& languages) {
    std::string out;
    for (Language language : languages) {
        if (!out.empty()) out += ' ';
        out += code_of(language);
    }
    return out;
}

std::vector<Language> read_languages(std::string_view codes) {
    std::vector<Language> languages;
    for (std::string_view code : split(codes, ' '))
        if (auto language = parse_language_code(code)) languages.push_back(*language);
    return languages;
}

Document read_document(const Row& row, int c) {
    Document document;
    document.id = DocumentId{row.integer(c)};
    document.slug = row.string(c + 1);
    document.symbol = row.text_or_empty(c + 2);
    document.title = row.string(c + 3);
    document.kind = row.string(c + 4);
    document.day = row.maybe(c + 5, [](const Row& r, int i) { return r.day(i); });
    document.session = row.string(c + 6);
    document.agenda_item = row.string(c + 7);
    document.distribution = row.string(c + 8);
    document.original_languages = read_languages(row.text(c + 9));
    document.submitted_by = row.string(c + 10);
    document.submitted_by_name = row.string(c + 11);
    document.part_of = row.maybe(c + 12, [](const Row& r, int i) { return DocumentId{r.integer(i)}; });
    document.audience = static_cast<Audience>(row.integer(c + 13));
    document.created_at = row.instant(c + 14);
    document.changed_at = row.instant(c + 15);
    document.withdrawn_at = row.maybe(c + 16, [](const Row& r, int i) { return r.instant(i); });
    document.revision = row.integer(c + 17);
    return document;
}

std::optional<Document> find_document(Session& session, DocumentId id) {
    return session.one(
        by_id, [](const Row& row) { return read_document(row); }, id);
}
std::optional<Document> find_document_by_slug(Session& session, std::string_view slug) {
    return session.one(
        by_slug, [](const Row& row) { return read_document(row); }, slug);
}
std::optional<Document> find_document_by_symbol(Session& session, std::string_view symbol) {
    return session.one(
        by_symbol, [](const Row& row) { return read_document(row); }, symbol);
}

DocumentId insert_document(Session& session, const Document& d) {
    auto id = session.number(add_document, d.slug, or_null(d.symbol), d.title, d.kind, d.day, d.session,
                             d.agenda_item, d.distribution, write_languages(d.original_languages),
                             d.submitted_by, d.submitted_by_name, d.part_of, d.audience, d.created_at);
    return DocumentId{id.value()};
}

bool update_document(Session& session, const Document& d, Instant now) {
    return session.execute(save_document, d.id, d.revision, d.slug, or_null(d.symbol), d.title, d.kind, d.day,
                           d.submitted_by, d.submitted_by_name, d.part_of, d.audience, now, d.withdrawn_at,
                           write_languages(d.original_languages)) == 1;
}

std::optional<Version> find_version(Session& session, VersionId id) {
    return session.one(version_by_id, read_version, id);
}

std::optional<Version> find_current_version(Session& session, DocumentId document, Language language) {
    return session.one(current_version, read_version, document, code_of(language));
}

std::vector<Version> versions_of(Session& session, DocumentId document) {
    return session.all(all_versions, read_version, document);
}

VersionId insert_version(Session& session, const Version& v) {
    session.execute(retire_version, v.document, code_of(v.language));
    auto id = session.number(add_version, v.document, code_of(v.language), v.number, name_of(v.translation),
                             v.translator, v.title, v.source_digest, v.source_file_name, v.source_media_type,
                             v.imported_at, v.imported_by, v.passages);
    return VersionId{id.value()};
}

void move_version(Session& session, VersionId version, Language language, std::int64_t number) {
    session.execute(relabel_version, version, code_of(language), number);
}

void insert_replies(Session& session, VersionId version, const std::vector<Reply>& replies) {
    std::int64_t ordinal = 0;
    insert_rows(session, add_replies, replies, [&](const Reply& reply, std::vector<Parameter>& into) {
        std::string_view language =
            reply.original_language ? code_of(*reply.original_language) : std::string_view();
        std::int64_t day = reply.date ? reply.date->days : no_day;
        into.insert(into.end(), {version, ordinal++, reply.anchor, reply.name, reply.iso3, language, day,
                                 PassageKey::of(version, reply.first).number,
                                 PassageKey::of(version, reply.last).number});
    });
}

void insert_import_report(Session& session, VersionId version, const ParsedDocument& document) {
    std::string remarks, left_over;
    JsonWriter remark_writer(remarks), left_writer(left_over);
    remark_writer.begin_array();
    for (const Remark& r :
         std::span(document.remarks).first(std::min(document.remarks.size(), reported_lines_max)))
        remark_writer.begin_object()
            .key("line")
            .value(static_cast<std::int64_t>(r.line))
            .key("code")
            .value(r.code)
            .key("detail")
            .value(r.detail)
            .end_object();
    remark_writer.end_array();
    left_writer.begin_array();
    for (const LeftOver& l :
         std::span(document.left_over).first(std::min(document.left_over.size(), reported_lines_max)))
        left_writer.begin_object()
            .key("line")
            .value(static_cast<std::int64_t>(l.line))
            .key("reason")
            .value(l.reason)
            .key("text")
            .value(l.text)
            .end_object();
    left_writer.end_array();
    session.execute(add_report, version, remarks, left_over);
}

std::vector<StoredReply> read_replies(Session& session, VersionId version) {
    return session.all(
        replies_of,
        [](const Row& row) {
            StoredReply reply;
            reply.version = VersionId{row.integer(0)};
            reply.anchor = row.string(1);
            reply.name = row.string(2);
            reply.state = row.string(3);
            reply.language = parse_language_code(row.text(4));
            reply.day = row.maybe(5, [](const Row& r, int i) { return r.day(i); });
            reply.first = {row.integer(6)};
            reply.last = {row.integer(7)};
            return reply;
        },
        version);
}

ImportReport read_import_report(Session& session, VersionId version) {
    ImportReport report;
    session.each(
        report_of,
        [&](const Row& row) {
            each_object(row.text(0), [&](const boost::json::object& o) {
                report.remarks.push_back({line_of(o), field(o, "code"), field(o, "detail")});
            });
            each_object(row.text(1), [&](const boost::json::object& o) {
                report.left_over.push_back({line_of(o), field(o, "text"), field(o, "reason")});
            });
        },
        version);
    return report;
}

} // namespace poa::documents
