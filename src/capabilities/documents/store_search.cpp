// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store_search.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "capabilities/documents/searching/suggesting.hpp"
#include "capabilities/documents/store_rows.hpp"

#include <map>
#include <set>

namespace poa::documents {
namespace {

using storage::Dialect;
using storage::Query;
using storage::Row;
using storage::Session;

constexpr std::size_t index_rows_at_once = 64;
constexpr std::size_t indexed_tokens_max = 20'000; ///< of one passage; a tsvector holds no more positions

constexpr RowsQuery add_sqlite{"documents.index_passages",
                               "INSERT INTO search_passage (passage, document, version, kind, tokens)",
                               "$1, $2, $3, $4, $5", 5};
constexpr RowsQuery add_sqlite_index{"documents.index_passage_tokens",
                                     "INSERT INTO search_index (rowid, tokens)", "$1, $2", 2};
constexpr RowsQuery add_postgres{
    "documents.index_passages",
    "INSERT INTO search_passage (passage, document, version, kind, tokens, vector)",
    "$1, $2, $3, $4, $5, CAST(CAST($6 AS TEXT) AS tsvector)", 6};
constexpr Query read_range{
    "documents.indexed_range",
    "SELECT s.passage, s.tokens, p.text, v.language FROM search_passage s "
    "JOIN document_passage p ON p.key = s.passage JOIN document_version v ON v.id = s.version "
    "WHERE s.passage BETWEEN $1 AND $2 ORDER BY s.passage"};
constexpr Query drop_sqlite_index{
    "documents.unindex_tokens",
    "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', $1, $2)"};
constexpr Query drop_range{"documents.unindex_range",
                           "DELETE FROM search_passage WHERE passage BETWEEN $1 AND $2"};

// SQLite runs a kept statement in a microsecond; to PostgreSQL each is a round trip, so there counts go as
// one JSON array of [text, number] pairs.
constexpr Query count_token{
    "documents.count_token",
    "INSERT INTO search_token (token, passages) VALUES ($1, $2) "
    "ON CONFLICT (token) DO UPDATE SET passages = search_token.passages + excluded.passages"};
constexpr Query count_tokens_postgres{
    "documents.count_tokens",
    "INSERT INTO search_token (token, passages) SELECT e ->> 0, CAST(e ->> 1 AS BIGINT) "
    "FROM jsonb_array_elements(CAST(CAST($1 AS TEXT) AS jsonb)) AS e ORDER BY 1 "
    "ON CONFLICT (token) DO UPDATE SET passages = search_token.passages + excluded.passages"};
constexpr Query new_word{"documents.new_word",
                         "INSERT INTO search_word (language, word, passages) VALUES ($1, $2, 0) "
                         "ON CONFLICT (language, word) DO NOTHING RETURNING id, word"};
constexpr Query new_words_postgres{
    "documents.new_words",
    "INSERT INTO search_word (language, word, passages) SELECT CAST($1 AS TEXT), e ->> 0, 0 "
    "FROM jsonb_array_elements(CAST(CAST($2 AS TEXT) AS jsonb)) AS e ORDER BY 2 "
    "ON CONFLICT (language, word) DO NOTHING RETURNING id, word"};
constexpr Query count_word{
    "documents.count_word",
    "UPDATE search_word SET passages = passages + $3 WHERE language = $1 AND word = $2"};
constexpr Query count_words_postgres{"documents.count_words",
                                     "UPDATE search_word SET passages = search_word.passages + c.n FROM "
                                     "(SELECT e ->> 0 AS w, CAST(e ->> 1 AS BIGINT) AS n "
                                     "FROM jsonb_array_elements(CAST(CAST($2 AS TEXT) AS jsonb)) AS e) AS c "
                                     "WHERE search_word.language = $1 AND search_word.word = c.w"};
constexpr Query add_shape{"documents.add_shape", "INSERT INTO search_shape (shape, word) VALUES ($1, $2)"};
// A report has a hundred thousand of them: arrays, in the order of the key, and nothing that could conflict.
constexpr Query add_shapes_postgres{
    "documents.add_shapes",
    "INSERT INTO search_shape (shape, word) SELECT s.shape, s.word FROM "
    "unnest(CAST(CAST($1 AS TEXT) AS BIGINT[]), CAST(CAST($2 AS TEXT) AS BIGINT[])) AS s (shape, word)"};

constexpr Query token_count{"documents.token_count", "SELECT passages FROM search_token WHERE token = $1"};
constexpr Query words_of_shape{
    "documents.words_of_shape",
    "SELECT w.word, w.passages FROM search_shape s JOIN search_word w ON w.id = s.word "
    "WHERE s.shape = $1 AND w.passages > 0 LIMIT 200"};

using Counts = std::map<std::string, std::int64_t>;

std::string counts_json(const Counts& counts, std::int64_t sign) {
    std::string json;
    JsonWriter writer(json);
    writer.begin_array();
    for (const auto& [text, count] : counts) writer.begin_array().value(text).value(sign * count).end_array();
    writer.end_array();
    return json;
}

std::set<std::string_view> distinct(std::string_view tokens) {
    std::vector<std::string_view> all = split(tokens, ' ');
    return {all.begin(), all.end()};
}

/// "'a':1,3 'b':2": positions as in the text.
std::string vector_literal(std::string_view tokens) {
    std::map<std::string_view, std::string> positions;
    std::size_t place = 0;
    for (std::string_view token : split(tokens, ' ')) {
        ++place;
        std::string& list = positions[token];
        if (list.size() > 900) continue; // the engine keeps 255 positions of a word
        if (!list.empty()) list += ',';
        list += std::to_string(std::min<std::size_t>(place, 16'383));
    }
    std::string out;
    for (const auto& [token, list] : positions) {
        if (!out.empty()) out += ' ';
        out += "'" + std::string(token) + "':" + list;
    }
    return out;
}

std::string limited(std::string_view tokens) {
    std::size_t end = 0;
    for (std::size_t count = 0; count < indexed_tokens_max && end != std::string_view::npos; ++count)
        end = tokens.find(' ', end == 0 ? 0 : end + 1);
    return std::string(tokens.substr(0, end));
}

bool on_sqlite(Session& session) {
    return session.dialect() == Dialect::sqlite;
}

void count_tokens(Session& session, const Counts& counts, std::int64_t sign) {
    if (!on_sqlite(session)) {
        session.execute(count_tokens_postgres, counts_json(counts, sign));
        return;
    }
    for (const auto& [token, count] : counts) session.execute(count_token, token, sign * count);
}

using NewWords = std::vector<std::pair<std::int64_t, std::string>>;

NewWords add_new_words(Session& session, Language language, const Counts& counts) {
    NewWords added;
    auto take = [&](const Row& row) { added.emplace_back(row.integer(0), row.string(1)); };
    if (on_sqlite(session))
        for (const auto& [word, count] : counts) session.each(new_word, take, code_of(language), word);
    else
        session.each(new_words_postgres, take, code_of(language), counts_json(counts, 1));
    return added;
}

using Shapes = std::vector<std::pair<std::int64_t, std::int64_t>>; ///< shape and word

/// Each once, in order.
Shapes shapes_of_words(const NewWords& words) {
    Shapes shapes;
    for (const auto& [id, word] : words)
        for (std::int64_t shape : shapes_of(word)) shapes.emplace_back(shape, id);
    std::ranges::sort(shapes);
    auto same = std::ranges::unique(shapes);
    shapes.erase(same.begin(), same.end());
    return shapes;
}

/// "{1,2,3}": an array as PostgreSQL reads it.
template <class Number> std::string array_text(const Shapes& shapes, Number&& number) {
    std::string text = "{";
    for (const auto& shape : shapes) text += (text.size() > 1 ? "," : "") + std::to_string(number(shape));
    return text + "}";
}

/// Of words that were not there before.
void add_shapes(Session& session, const NewWords& words) {
    Shapes shapes = shapes_of_words(words);
    if (on_sqlite(session))
        for (const auto& [shape, id] : shapes) session.execute(add_shape, shape, id);
    else if (!shapes.empty())
        session.execute(add_shapes_postgres, array_text(shapes, [](const auto& s) { return s.first; }),
                        array_text(shapes, [](const auto& s) { return s.second; }));
}

void count_words(Session& session, Language language, const Counts& counts, std::int64_t sign) {
    if (counts.empty()) return;
    if (sign > 0) add_shapes(session, add_new_words(session, language, counts));
    if (!on_sqlite(session)) {
        session.execute(count_words_postgres, code_of(language), counts_json(counts, sign));
        return;
    }
    for (const auto& [word, count] : counts)
        session.execute(count_word, code_of(language), word, sign * count);
}

std::vector<std::string> vocabulary_words(const Analysed& analysed) {
    std::set<std::string> words;
    for (const Token& token : analysed.words)
        if (is_vocabulary_word(token.word)) words.insert(token.word);
    return {words.begin(), words.end()};
}

struct IndexRow {
    PassageKey key;
    PassageKind kind;
    std::string tokens;
    std::string vector = {}; ///< PostgreSQL only
};

/// Leaves `rows` empty.
void insert_index_rows(Session& session, DocumentId document, VersionId version,
                       std::vector<IndexRow>& rows) {
    using Parameters = std::vector<storage::Parameter>;
    if (on_sqlite(session)) {
        insert_rows(session, add_sqlite, rows, [&](const IndexRow& row, Parameters& into) {
            into.insert(into.end(), {row.key.number, document, version, row.kind, row.tokens});
        });
        insert_rows(session, add_sqlite_index, rows, [](const IndexRow& row, Parameters& into) {
            into.insert(into.end(), {row.key.number, row.tokens});
        });
    } else {
        for (IndexRow& row : rows) row.vector = vector_literal(row.tokens);
        insert_rows(session, add_postgres, rows, [&](const IndexRow& row, Parameters& into) {
            into.insert(into.end(), {row.key.number, document, version, row.kind, row.tokens, row.vector});
        });
    }
    rows.clear();
}

bool is_searchable(const Passage& passage) {
    return !passage.text.empty();
}

} // namespace

std::vector<IndexedPassage> index_passages(const std::vector<Passage>& passages,
                                           const std::vector<Reply>& replies, Language language) {
    std::vector<IndexedPassage> indexed;
    std::unordered_map<std::string_view, std::string_view> states;
    for (const Reply& reply : replies) states.emplace(reply.anchor, reply.iso3);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (!is_searchable(passages[i])) continue;
        Analysed analysed = analyse(passages[i].text, language);
        auto state = states.find(passages[i].reply);
        indexed.push_back({i, passages[i].kind, limited(index_text(analysed)), vocabulary_words(analysed),
                           state == states.end() ? std::string() : std::string(state->second)});
    }
    return indexed;
}

std::vector<std::string> facets_of(const Document& document, Language language) {
    std::vector<std::string> facets = {
        facet_token("all", ""), facet_token("audience", name_of(document.audience)),
        facet_token("language", code_of(language)), facet_token("kind", document.kind)};
    if (!document.submitted_by.empty()) facets.push_back(facet_token("owner", document.submitted_by));
    if (document.submitted_by.starts_with("state:"))
        facets.push_back(facet_token("state", std::string_view(document.submitted_by).substr(6)));
    if (document.day) {
        facets.push_back(facet_token("year", std::to_string(document.day->year())));
        facets.push_back(facet_token("month", document.day->iso().substr(0, 7)));
    }
    return facets;
}

void add_to_index(Session& session, const Document& document, VersionId version, Language language,
                  const std::vector<IndexedPassage>& passages) {
    Counts tokens, words;
    std::string facets = join(facets_of(document, language), " ");
    std::vector<IndexRow> rows; // so many at a time as go into one statement
    for (const IndexedPassage& passage : passages) {
        std::string all = passage.tokens + (passage.tokens.empty() ? "" : " ") + facets;
        if (!passage.state.empty() && document.submitted_by != "state:" + passage.state)
            all += " " + facet_token("state", passage.state);
        for (std::string_view token : distinct(all)) ++tokens[std::string(token)];
        for (const std::string& word : passage.words) ++words[word];
        rows.push_back({PassageKey::of(version, passage.ordinal), passage.kind, std::move(all)});
        if (rows.size() == index_rows_at_once) insert_index_rows(session, document.id, version, rows);
    }
    insert_index_rows(session, document.id, version, rows);
    count_tokens(session, tokens, 1);
    count_words(session, language, words, 1);
}

void remove_from_index(Session& session, PassageKey first, PassageKey last) {
    Counts tokens;
    std::map<Language, Counts> words;
    std::vector<std::pair<std::int64_t, std::string>> rows;
    session.each(
        read_range,
        [&](const Row& row) {
            rows.emplace_back(row.integer(0), row.string(1));
            for (std::string_view token : distinct(row.text(1))) ++tokens[std::string(token)];
            Language language = parse_language_code(row.text(3)).value_or(Language::english);
            for (const std::string& word : vocabulary_words(analyse(row.text(2), language)))
                ++words[language][word];
        },
        first.number, last.number);
    if (rows.empty()) return;
    if (on_sqlite(session))
        for (const auto& [passage, text] : rows) session.execute(drop_sqlite_index, passage, text);
    session.execute(drop_range, first.number, last.number);
    count_tokens(session, tokens, -1);
    for (const auto& [language, counts] : words) count_words(session, language, counts, -1);
}

void remove_from_index(Session& session, VersionId version) {
    remove_from_index(session, PassageKey::of(version, 0), PassageKey::of(version, PassageKey::ordinals - 1));
}

std::unordered_map<std::string, std::int64_t> passages_with(Session& session,
                                                            const std::vector<std::string>& tokens) {
    std::unordered_map<std::string, std::int64_t> found;
    for (const std::string& token : tokens)
        if (auto passages = session.number(token_count, token); passages && *passages > 0)
            found.emplace(token, *passages);
    return found;
}

std::int64_t passages_indexed(Session& session) {
    return session.number(token_count, facet_token("all", "")).value_or(0);
}

std::vector<std::string> near_words(Session& session, std::string_view word, std::size_t count) {
    std::map<std::string, std::int64_t> candidates;
    for (std::int64_t shape : shapes_of(word))
        session.each(
            words_of_shape,
            [&](const Row& row) {
                std::int64_t& passages = candidates[row.string(0)];
                passages = std::max(passages, row.integer(1));
            },
            shape);
    struct Near {
        int distance;
        std::int64_t passages;
        std::string word;
    };
    std::vector<Near> near;
    int allowed = distance_allowed(word);
    for (const auto& [candidate, passages] : candidates)
        if (int distance = edit_distance(word, candidate, allowed); distance > 0 && distance <= allowed)
            near.push_back({distance, passages, candidate});
    std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.passages > b.passages;
    });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < near.size() && i < count; ++i) words.push_back(near[i].word);
    return words;
}

} // namespace poa::documents
