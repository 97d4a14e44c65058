// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store_comparisons.hpp"

#include "base/json.hpp"
#include "capabilities/documents/store_rows.hpp"

#include <map>

namespace poa::documents {
namespace {

using storage::Dialect;
using storage::Parameter;
using storage::Query;
using storage::Row;
using storage::Session;

constexpr int candidates_max = 20; ///< by sketch, and again as many of the same actor

constexpr Query add_sketch_sqlite{
    "documents.add_sketch",
    "INSERT INTO document_sketch (sketch_key, version, anchor) SELECT value, $2, $3 "
    "FROM json_each($1) WHERE TRUE ON CONFLICT (sketch_key, version, anchor) DO NOTHING"};
constexpr Query add_sketch_postgres{
    "documents.add_sketch",
    "INSERT INTO document_sketch (sketch_key, version, anchor) SELECT CAST(e AS BIGINT), $2, $3 "
    "FROM jsonb_array_elements_text(CAST(CAST($1 AS TEXT) AS jsonb)) AS e "
    "ON CONFLICT (sketch_key, version, anchor) DO NOTHING"};
constexpr Query drop_sketches{"documents.drop_sketches", "DELETE FROM document_sketch WHERE version = $1"};
constexpr Query alike_sqlite{
    "documents.alike",
    "SELECT s.version, s.anchor FROM json_each($1) AS k JOIN document_sketch s ON s.sketch_key = k.value "
    "JOIN document_version v ON v.id = s.version WHERE v.document <> $2 AND v.is_current = 1 "
    "GROUP BY s.version, s.anchor ORDER BY COUNT(*) DESC, s.version DESC LIMIT $3"};
constexpr Query alike_postgres{
    "documents.alike",
    "SELECT s.version, s.anchor FROM jsonb_array_elements_text(CAST(CAST($1 AS TEXT) AS jsonb)) AS k "
    "JOIN document_sketch s ON s.sketch_key = CAST(k AS BIGINT) JOIN document_version v ON v.id = s.version "
    "WHERE v.document <> $2 AND v.is_current = 1 GROUP BY s.version, s.anchor ORDER BY COUNT(*) DESC, "
    "s.version DESC LIMIT $3"};
constexpr Query replies_of_actor{
    "documents.replies_of_actor",
    "SELECT r.version, r.anchor FROM document_reply r JOIN document_version v ON v.id = r.version "
    "WHERE r.state = $1 AND v.document <> $2 AND v.is_current = 1 ORDER BY r.version DESC LIMIT $3"};
constexpr Query papers_of_actor{
    "documents.papers_of_actor",
    "SELECT v.id FROM document d JOIN document_version v ON v.document = d.id WHERE d.submitted_by = $1 AND "
    "d.id <> $2 "
    "AND v.is_current = 1 AND d.withdrawn_at IS NULL ORDER BY d.id DESC LIMIT $3"};
constexpr Query reply_range{
    "documents.reply_range",
    "SELECT first_key, last_key FROM document_reply WHERE version = $1 AND anchor = $2"};
constexpr Query add_comparison{"documents.add_comparison",
                               "INSERT INTO document_comparison (left_version, left_anchor, right_version, "
                               "right_anchor, shared, made_at) "
                               "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (left_version, left_anchor, "
                               "right_version, right_anchor) DO NOTHING "
                               "RETURNING id"};
constexpr std::int64_t no_key = -1;
constexpr RowsQuery add_pairs{
    "documents.add_comparison_pairs",
    "INSERT INTO document_comparison_pair (comparison, ordinal, left_key, right_key, overlap, equal)",
    "$1, $2, NULLIF($3, -1), NULLIF($4, -1), $5, $6", 6};
#define POA_COMPARISON_COLUMNS "id, left_version, left_anchor, right_version, right_anchor, shared, made_at"
constexpr Query by_version{"documents.comparisons_of",
                           "SELECT " POA_COMPARISON_COLUMNS " FROM document_comparison "
                           "WHERE left_version = $1 OR right_version = $1 ORDER BY id"};
constexpr Query by_id{"documents.comparison",
                      "SELECT " POA_COMPARISON_COLUMNS " FROM document_comparison WHERE id = $1"};
constexpr Query pairs{"documents.comparison_pairs",
                      "SELECT left_key, right_key, overlap, equal FROM document_comparison_pair "
                      "WHERE comparison = $1 AND ordinal > $2 ORDER BY ordinal LIMIT $3"};

using Place = std::pair<std::int64_t, std::string>; ///< version and anchor

struct LoadedText {
    std::vector<StoredPassage> passages; ///< those that take part
    [[nodiscard]] std::vector<std::string_view> texts() const {
        std::vector<std::string_view> texts;
        for (const StoredPassage& stored : passages) texts.push_back(stored.passage.text);
        return texts;
    }
};

LoadedText load_text(Session& session, VersionId version, const std::string& anchor) {
    PassageKey first = PassageKey::of(version, 0), last = PassageKey::of(version, PassageKey::ordinals - 1);
    if (!anchor.empty())
        session.each(
            reply_range,
            [&](const Row& row) {
                first = {row.integer(0)};
                last = {row.integer(1)};
            },
            version, anchor);
    LoadedText loaded;
    loaded.passages = read_passages(session, first, last, static_cast<int>(PassageKey::ordinals));
    std::erase_if(loaded.passages,
                  [](const StoredPassage& stored) { return !is_compared(stored.passage.kind); });
    return loaded;
}

std::string sketch_json(const TextUnit& unit) {
    std::string json;
    JsonWriter writer(json);
    writer.begin_array();
    for (std::int64_t key : unit.sketch) writer.value(key);
    writer.end_array();
    return json;
}

std::vector<Place> candidates_of(Session& session, const Document& document, const TextUnit& unit,
                                 const std::string& sketch) {
    std::map<Place, bool> found;
    auto add = [&](const Row& row) { found[{row.integer(0), row.string(1)}] = true; };
    bool sqlite = session.dialect() == Dialect::sqlite;
    session.each(sqlite ? alike_sqlite : alike_postgres, add, sketch, document.id, candidates_max);
    if (unit.actor.starts_with("state:"))
        session.each(replies_of_actor, add, std::string_view(unit.actor).substr(6), document.id,
                     candidates_max);
    if (!unit.actor.empty())
        session.each(
            papers_of_actor,
            [&](const Row& row) {
                found[{row.integer(0), ""}] = true;
            },
            unit.actor, document.id, candidates_max);
    std::vector<Place> places;
    for (const auto& [place, yes] : found) places.push_back(place);
    return places;
}

void insert_pairs(Session& session, ComparisonId id, const LoadedText& left, const LoadedText& right) {
    std::int64_t ordinal = 0;
    auto key = [](const LoadedText& text, std::optional<std::size_t> at) {
        return at ? text.passages[*at].key.number : no_key;
    };
    insert_rows(session, add_pairs, align_passages(left.texts(), right.texts()),
                [&](const AlignedPair& pair, std::vector<Parameter>& into) {
                    into.insert(into.end(), {id, ++ordinal, key(left, pair.left), key(right, pair.right),
                                             pair.overlap, pair.equal});
                });
}

/// The paper stands on the left, the reply in a report on the right.
std::optional<Comparison> compare(Session& session, VersionId version, const TextUnit& unit,
                                  const Place& other, Instant now) {
    LoadedText theirs = load_text(session, VersionId{other.first}, other.second);
    double shared = containment(unit.shingles, shingles_of(theirs.texts()));
    if (shared < repeats_min) return std::nullopt;
    LoadedText ours = load_text(session, version, unit.anchor);
    bool we_are_left = unit.anchor.empty();
    Comparison made{{}, version, VersionId{other.first}, unit.anchor, other.second, shared, now};
    if (!we_are_left) {
        std::swap(made.left_version, made.right_version);
        std::swap(made.left_anchor, made.right_anchor);
    }
    auto id = session.number(add_comparison, made.left_version, made.left_anchor, made.right_version,
                             made.right_anchor, shared, now);
    if (!id) return std::nullopt;
    made.id = ComparisonId{*id};
    insert_pairs(session, made.id, we_are_left ? ours : theirs, we_are_left ? theirs : ours);
    return made;
}

Comparison read_comparison(const Row& row) {
    return {ComparisonId{row.integer(0)},
            VersionId{row.integer(1)},
            VersionId{row.integer(3)},
            row.string(2),
            row.string(4),
            row.real(5),
            row.instant(6)};
}

} // namespace

std::vector<Comparison> find_repetitions(Session& session, const Document& document, VersionId version,
                                         const std::vector<TextUnit>& units, Instant now) {
    std::vector<Comparison> made;
    for (const TextUnit& unit : units) {
        std::string sketch = sketch_json(unit);
        for (const Place& place : candidates_of(session, document, unit, sketch))
            if (auto comparison = compare(session, version, unit, place, now))
                made.push_back(std::move(*comparison));
        session.execute(session.dialect() == Dialect::sqlite ? add_sketch_sqlite : add_sketch_postgres,
                        sketch, version, unit.anchor);
    }
    return made;
}

void forget_sketches(Session& session, VersionId version) {
    session.execute(drop_sketches, version);
}

std::vector<Comparison> comparisons_of(Session& session, VersionId version) {
    return session.all(by_version, read_comparison, version);
}

std::optional<Comparison> find_comparison(Session& session, ComparisonId id) {
    return session.one(by_id, read_comparison, id);
}

std::vector<ComparedPair> pairs_of(Session& session, ComparisonId id, std::int64_t after, int count) {
    auto key = [](const Row& row, int column) { return PassageKey{row.integer(column)}; };
    return session.all(
        pairs,
        [&](const Row& row) {
            return ComparedPair{row.maybe(0, key), row.maybe(1, key), row.real(2), row.truth(3)};
        },
        id, after, count);
}

std::vector<ComparedPair> differences(Session& session, VersionId older, VersionId newer) {
    LoadedText left = load_text(session, older, ""), right = load_text(session, newer, "");
    auto key = [](const LoadedText& text, std::optional<std::size_t> at) {
        return at ? std::optional(text.passages[*at].key) : std::nullopt;
    };
    std::vector<ComparedPair> found;
    for (const AlignedPair& pair : align_passages(left.texts(), right.texts()))
        found.push_back({key(left, pair.left), key(right, pair.right), pair.overlap, pair.equal});
    return found;
}

} // namespace poa::documents
