// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_text.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <unordered_map>

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query head_of{"decisions.text_head",
                        "SELECT language, newest, last_key, last_amendment, revision FROM decisions_text "
                        "WHERE proposal = $1"};
constexpr Query add_head{"decisions.add_text",
                         "INSERT INTO decisions_text (proposal, language, newest, last_key, last_amendment, "
                         "revision) VALUES ($1, $2, 1, $3, 0, 1)"};
constexpr Query renew_head{"decisions.renew_text",
                           "UPDATE decisions_text SET language = $2, last_key = $3, revision = revision + 1 "
                           "WHERE proposal = $1 AND newest = 1"};
constexpr Query go_to_version{
    "decisions.go_to_version",
    "UPDATE decisions_text SET newest = $2 WHERE proposal = $1 AND newest = $2 - 1"};
constexpr Query take_key{
    "decisions.take_key",
    "UPDATE decisions_text SET last_key = last_key + 1 WHERE proposal = $1 RETURNING last_key"};

constexpr Query add_version_row{
    "decisions.add_version",
    "INSERT INTO decisions_text_version (proposal, version, cause, paragraph, amendment, restored, made_at, "
    "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Query renew_version{"decisions.renew_version",
                              "UPDATE decisions_text_version SET made_at = $2 WHERE proposal = $1"};
#define POA_VERSION_COLUMNS "version, cause, paragraph, amendment, restored, made_at, made_by"
constexpr Query one_version{"decisions.version", "SELECT " POA_VERSION_COLUMNS " FROM decisions_text_version "
                                                 "WHERE proposal = $1 AND version = $2"};
constexpr Query newest_versions{"decisions.versions",
                                "SELECT " POA_VERSION_COLUMNS " FROM decisions_text_version "
                                "WHERE proposal = $1 AND version < $2 ORDER BY version DESC LIMIT $3"};

constexpr Query add_paragraph{
    "decisions.add_paragraph",
    "INSERT INTO decisions_paragraph (proposal, key, from_version, to_version, place, text, agreed) "
    "VALUES ($1, $2, $3, NULL, $4, $5, $6)"};
constexpr Query end_paragraph{"decisions.end_paragraph",
                              "UPDATE decisions_paragraph SET to_version = $3 "
                              "WHERE proposal = $1 AND key = $2 AND to_version IS NULL"};
constexpr Query drop_draft{"decisions.drop_draft", "DELETE FROM decisions_paragraph WHERE proposal = $1"};
constexpr Query standing{"decisions.current_text", "SELECT key, text, agreed, place FROM decisions_paragraph "
                                                   "WHERE proposal = $1 AND to_version IS NULL"};
constexpr Query of_version{"decisions.text_at", "SELECT key, text, agreed, place FROM decisions_paragraph "
                                                "WHERE proposal = $1 AND from_version <= $2 "
                                                "AND (to_version IS NULL OR to_version > $2)"};
constexpr Query one_wording{"decisions.wording_at",
                            "SELECT text FROM decisions_paragraph WHERE proposal = $1 AND key = $2 "
                            "AND from_version <= $3 AND (to_version IS NULL OR to_version > $3)"};
constexpr Query place_of{"decisions.last_place",
                         "SELECT place FROM decisions_paragraph WHERE proposal = $1 AND key = $2 "
                         "ORDER BY from_version DESC LIMIT 1"};

constexpr Query supersede_translation{
    "decisions.supersede_translation",
    "UPDATE decisions_translation SET superseded = 1 "
    "WHERE proposal = $1 AND language = $2 AND key = $3 AND superseded = 0"};
constexpr Query insert_translation{
    "decisions.add_translation",
    "INSERT INTO decisions_translation (proposal, key, language, version, wording, text, made_at, made_by, "
    "superseded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)"};
#define POA_TRANSLATION_COLUMNS "key, language, version, wording, text, made_at"
constexpr Query translations_into{"decisions.translations_into",
                                  "SELECT " POA_TRANSLATION_COLUMNS " FROM decisions_translation "
                                  "WHERE proposal = $1 AND language = $2 AND superseded = 0"};
constexpr Query all_translations{"decisions.translations",
                                 "SELECT " POA_TRANSLATION_COLUMNS " FROM decisions_translation "
                                 "WHERE proposal = $1 AND superseded = 0"};

Paragraph read_paragraph(const Row& row) {
    return {row.string(0), row.string(1), row.truth(2), row.string(3)};
}

Version read_version(const Row& row) {
    const auto number = [](const Row& r, int column) { return r.integer(column); };
    return {row.integer(0),       row.string(1),  row.string(2), row.maybe(3, number),
            row.maybe(4, number), row.instant(5), row.integer(6)};
}

Translation read_translation(const Row& row) {
    return {row.string(0), row.string(1), row.integer(2), row.digest(3), row.string(4), row.instant(5)};
}

/// Sorted here: the order of texts in a database is a matter of its locale.
Text in_order(Text text) {
    std::ranges::sort(text, [](const Paragraph& a, const Paragraph& b) {
        return std::tie(a.place, a.key) < std::tie(b.place, b.key);
    });
    return text;
}

void insert(Session& session, Id<Proposal> proposal, std::int64_t from, const Paragraph& paragraph) {
    session.execute(add_paragraph, proposal, paragraph.key, from, paragraph.place, paragraph.text,
                    paragraph.agreed);
}

void insert_all(Session& session, Id<Proposal> proposal, const Text& text) {
    for (const Paragraph& paragraph : text) insert(session, proposal, 1, paragraph);
}

} // namespace

std::optional<KeptText> text_head(Session& session, Id<Proposal> proposal) {
    return session.one(
        head_of,
        [](const Row& row) {
            return KeptText{row.string(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
        },
        proposal);
}

void begin_text(Session& session, Id<Proposal> proposal, std::string_view language, const Text& text,
                Instant now) {
    session.execute(add_head, proposal, language, text.size());
    session.execute(add_version_row, proposal, 1, "begun", "", nullptr, nullptr, now, 0);
    insert_all(session, proposal, text);
}

void replace_draft(Session& session, Id<Proposal> proposal, std::string_view language, const Text& text,
                   Instant now) {
    const bool renewed = session.execute(renew_head, proposal, language, text.size()) == 1;
    require(renewed, "a draft with its first version alone");
    session.execute(renew_version, proposal, now);
    session.execute(drop_draft, proposal);
    insert_all(session, proposal, text);
}

void add_version(Session& session, Id<Proposal> proposal, const Version& version, const Text& before,
                 const Text& text) {
    const bool next = session.execute(go_to_version, proposal, version.version) == 1;
    require(next, "the version after the newest");
    session.execute(add_version_row, proposal, version.version, version.cause, version.paragraph,
                    version.amendment, version.restored, version.made, version.made_by);
    std::unordered_map<std::string_view, const Paragraph*> stood;
    for (const Paragraph& paragraph : before) stood.emplace(paragraph.key, &paragraph);
    for (const Paragraph& paragraph : text) {
        const auto found = stood.find(paragraph.key);
        const bool is_new = found == stood.end();
        const bool unchanged = !is_new && *found->second == paragraph;
        if (!is_new) stood.erase(found);
        if (unchanged) continue;
        if (!is_new) session.execute(end_paragraph, proposal, paragraph.key, version.version);
        insert(session, proposal, version.version, paragraph);
    }
    for (const auto& [key, paragraph] : stood) session.execute(end_paragraph, proposal, key, version.version);
}

std::string next_key(Session& session, Id<Proposal> proposal) {
    const auto number = session.number(take_key, proposal);
    require(number.has_value(), "a proposal with a text");
    return key_of(*number);
}

Text current_text(Session& session, Id<Proposal> proposal) {
    return in_order(session.all(standing, read_paragraph, proposal));
}

Text text_at(Session& session, Id<Proposal> proposal, std::int64_t version) {
    return in_order(session.all(of_version, read_paragraph, proposal, version));
}

std::optional<std::string> wording_at(Session& session, Id<Proposal> proposal, std::string_view key,
                                      std::int64_t version) {
    return session.one(
        one_wording, [](const Row& row) { return row.string(0); }, proposal, key, version);
}

std::string last_place(Session& session, Id<Proposal> proposal, std::string_view key) {
    return session
        .one(
            place_of, [](const Row& row) { return row.string(0); }, proposal, key)
        .value_or("");
}

std::optional<Version> version(Session& session, Id<Proposal> proposal, std::int64_t number) {
    return session.one(one_version, read_version, proposal, number);
}

std::vector<Version> versions(Session& session, Id<Proposal> proposal, std::int64_t before, int count) {
    const std::int64_t below = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
    return session.all(newest_versions, read_version, proposal, below, count);
}

void add_translation(Session& session, Id<Proposal> proposal, const Translation& translation,
                     std::int64_t person) {
    session.execute(supersede_translation, proposal, translation.language, translation.key);
    session.execute(insert_translation, proposal, translation.key, translation.language, translation.version,
                    translation.wording, translation.text, translation.made, person);
}

std::vector<Translation> translations(Session& session, Id<Proposal> proposal, std::string_view language) {
    return session.all(translations_into, read_translation, proposal, language);
}

std::vector<Translation> translations(Session& session, Id<Proposal> proposal) {
    return session.all(all_translations, read_translation, proposal);
}

} // namespace poa::decisions::store
