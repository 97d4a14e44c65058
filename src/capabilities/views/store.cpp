// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/store.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"

#include <boost/json.hpp>

#include <array>

namespace poa::views::store {
namespace {

namespace json = boost::json;
using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query newest_set{"views.newest_set", "SELECT version, title, digest FROM views_question_set "
                                               "ORDER BY version DESC LIMIT 1"};
constexpr Query variables_of{"views.variables",
                             "SELECT key, group_key, kind, allowed, accepts, description "
                             "FROM views_variable WHERE question_set = $1 ORDER BY ordinal"};
constexpr Query insert_set{"views.insert_set",
                           "INSERT INTO views_question_set "
                           "(version, title, digest, imported_at) VALUES ($1, $2, $3, $4)"};
constexpr Query insert_variable{
    "views.insert_variable",
    "INSERT INTO views_variable (question_set, ordinal, key, group_key, kind, allowed, accepts, description) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Query all_actors{"views.actors", "SELECT key, kind, code, name, language, day FROM views_actor "
                                           "ORDER BY kind, code"};
constexpr Query upsert_actor{
    "views.upsert_actor",
    "INSERT INTO views_actor (key, kind, code, name, language, day) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, code = excluded.code, name = excluded.name, "
    "language = excluded.language, day = excluded.day"};

#define POA_POSITION_COLUMNS                                                                                 \
    "id, question_set, actor, variable, answer, strength, origin, document, anchor, quote, locator, note, "  \
    "coder, change, revision, changed_at"

constexpr Query changed_after{"views.changed_after",
                              "SELECT " POA_POSITION_COLUMNS " FROM views_position "
                              "WHERE question_set = $1 AND change > $2 ORDER BY change, id"};
constexpr Query one_position{"views.position", "SELECT " POA_POSITION_COLUMNS " FROM views_position "
                                               "WHERE question_set = $1 AND actor = $2 AND variable = $3"};
constexpr Query on_variable{"views.positions_on", "SELECT " POA_POSITION_COLUMNS " FROM views_position "
                                                  "WHERE question_set = $1 AND variable = $2 ORDER BY actor"};
constexpr Query of_actor{"views.positions_of", "SELECT " POA_POSITION_COLUMNS " FROM views_position "
                                               "WHERE question_set = $1 AND actor = $2 ORDER BY variable"};
constexpr Query standing{"views.stand",
                         "SELECT (SELECT COALESCE(MAX(version), 0) FROM views_question_set), "
                         "(SELECT COALESCE(MAX(change), 0) FROM views_position), "
                         "(SELECT COUNT(*) FROM views_actor), "
                         "(SELECT COALESCE(MAX(version), 0) FROM views_reference WHERE name = 'claims'), "
                         "(SELECT COALESCE(MAX(version), 0) FROM views_reference WHERE name = 'bands')"};
constexpr Query newest_change{"views.newest_change", "SELECT MAX(change) FROM views_position"};
constexpr Query insert_position{
    "views.insert_position",
    "INSERT INTO views_position (question_set, actor, variable, answer, strength, origin, document, anchor, "
    "quote, locator, note, coder, change, revision, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
    "$10, $11, $12, $13, 1, $14) RETURNING id"};
constexpr Query update_position{
    "views.update_position",
    "UPDATE views_position SET answer = $2, strength = $3, origin = $4, document = $5, anchor = $6, "
    "quote = $7, locator = $8, note = $9, coder = $10, change = $11, revision = revision + 1, "
    "changed_at = $12 WHERE id = $1 AND revision = $13"};
constexpr Query readings{"views.readings", "SELECT position, coder, answer, strength, quote, note, read_at "
                                           "FROM views_reading WHERE position = $1 ORDER BY read_at, coder"};
constexpr Query upsert_reading{
    "views.upsert_reading",
    "INSERT INTO views_reading (position, coder, answer, strength, quote, note, read_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (position, coder) DO UPDATE SET "
    "answer = excluded.answer, strength = excluded.strength, quote = excluded.quote, note = excluded.note, "
    "read_at = excluded.read_at"};
constexpr Query all_coders{"views.coders", "SELECT DISTINCT coder FROM views_reading ORDER BY coder"};
constexpr Query coder_readings{
    "views.coder_readings",
    "SELECT p.actor, p.variable, r.position, r.coder, r.answer, r.strength, r.quote, r.note, r.read_at "
    "FROM views_reading r JOIN views_position p ON p.id = r.position "
    "WHERE r.coder = $1 AND p.question_set = $2 ORDER BY p.actor, p.variable"};
constexpr Query newest_reference{"views.reference", "SELECT version, digest, content, kept_at FROM "
                                                    "views_reference WHERE name = $1 "
                                                    "ORDER BY version DESC LIMIT 1"};
constexpr Query insert_reference{"views.insert_reference",
                                 "INSERT INTO views_reference (name, version, digest, content, kept_at) "
                                 "VALUES ($1, $2, $3, $4, $5)"};

json::value kept_json(std::string_view text) {
    auto parsed = parse_json(text);
    require(parsed.has_value(), "JSON that this capability wrote");
    return std::move(*parsed);
}

std::string json_of_words(const std::vector<std::string>& words) {
    std::string out;
    JsonWriter writer(out);
    writer.begin_array();
    for (const std::string& word : words) writer.value(word);
    writer.end_array();
    return out;
}

std::string json_of_pairs(const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::string out;
    JsonWriter writer(out);
    writer.begin_array();
    for (const auto& [a, b] : pairs) writer.begin_array().value(a).value(b).end_array();
    writer.end_array();
    return out;
}

Variable read_variable(const Row& row) {
    Variable variable{
        row.string(0), row.string(1), static_cast<AnswerKind>(row.integer(2)), {}, row.string(5), {}};
    const json::value allowed = kept_json(row.text(3)); // kept while its parts are walked
    for (const json::value& word : allowed.as_array()) variable.allowed.emplace_back(word.as_string());
    const json::value accepts = kept_json(row.text(4));
    for (const json::value& pair : accepts.as_array())
        variable.accepts.emplace_back(std::string(pair.at(0).as_string()),
                                      std::string(pair.at(1).as_string()));
    return variable;
}

std::string text_of(const std::optional<Answer>& answer) {
    return answer ? json_of(*answer) : std::string("null");
}

std::optional<Answer> read_kept_answer(const Variable& variable, std::string_view text) {
    if (text == "null") return std::nullopt;
    auto answer = read_answer(variable, kept_json(text));
    require(answer.has_value(), "an answer that its question allows");
    return std::move(*answer);
}

KeptPosition read_position(const Row& row, const QuestionSet& questions) {
    KeptPosition position;
    position.id = row.id<PositionRow>(0);
    position.question_set = static_cast<int>(row.integer(1));
    position.actor = row.string(2);
    position.variable = row.string(3);
    auto place = questions.find(position.variable);
    require(place.has_value(), "a question of the set");
    position.answer = read_kept_answer(questions.at(*place), row.text(4));
    position.strength = static_cast<Strength>(row.integer(5));
    position.origin = static_cast<Origin>(row.integer(6));
    position.document = row.string(7);
    position.anchor = row.string(8);
    position.quote = row.string(9);
    position.locator = row.string(10);
    position.note = row.string(11);
    position.coder = row.string(12);
    position.change = row.integer(13);
    position.revision = row.integer(14);
    position.changed_at = row.instant(15);
    return position;
}

KeptReading read_reading(const Row& row, const Variable& variable, int first) {
    KeptReading reading;
    reading.position = row.id<PositionRow>(first);
    reading.coder = row.string(first + 1);
    reading.answer = read_kept_answer(variable, row.text(first + 2));
    reading.strength = static_cast<Strength>(row.integer(first + 3));
    reading.quote = row.string(first + 4);
    reading.note = row.string(first + 5);
    reading.read_at = row.instant(first + 6);
    return reading;
}

} // namespace

std::string_view name_of(Origin origin) {
    constexpr std::array<std::string_view, 4> names = {"reading", "resolved", "own_word", "withdrawn"};
    return names[static_cast<std::size_t>(origin)];
}

std::optional<KeptQuestions> questions(Session& session) {
    KeptQuestions kept;
    auto version = session.one(newest_set, [&](const Row& row) {
        kept.title = row.string(1);
        kept.digest = row.digest(2);
        return row.integer(0);
    });
    if (!version) return std::nullopt;
    auto set = QuestionSet::of("views", static_cast<int>(*version),
                               session.all(variables_of, read_variable, *version));
    require(set.has_value(), "questions that were checked when they were kept");
    kept.questions = std::make_shared<const QuestionSet>(std::move(*set));
    return kept;
}

void keep_questions(Session& session, const QuestionSet& questions, std::string_view title,
                    const Sha256& digest, Instant now) {
    session.execute(insert_set, questions.version(), title, digest, now);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Variable& variable = questions.at(i);
        session.execute(insert_variable, questions.version(), static_cast<std::int64_t>(i), variable.key,
                        variable.group, variable.kind, json_of_words(variable.allowed),
                        json_of_pairs(variable.accepts), variable.description);
    }
}

std::vector<KeptActor> actors(Session& session) {
    return session.all(all_actors, [](const Row& row) {
        KeptActor kept{{row.string(0), static_cast<ActorKind>(row.integer(1)), row.string(2), row.string(3)},
                       row.string(4),
                       row.maybe(5, [](const Row& r, int c) { return r.day(c); })};
        return kept;
    });
}

void keep_actor(Session& session, const KeptActor& kept) {
    session.execute(upsert_actor, kept.actor.key, kept.actor.kind, kept.actor.code, kept.actor.name,
                    kept.language, kept.day);
}

std::vector<KeptPosition> positions_after(Session& session, const QuestionSet& questions,
                                          std::int64_t change) {
    return session.all(
        changed_after, [&](const Row& row) { return read_position(row, questions); }, questions.version(),
        change);
}

std::optional<KeptPosition> position(Session& session, const QuestionSet& questions, std::string_view actor,
                                     std::string_view variable) {
    return session.one(
        one_position, [&](const Row& row) { return read_position(row, questions); }, questions.version(),
        actor, variable);
}

std::vector<KeptPosition> positions_on(Session& session, const QuestionSet& questions,
                                       std::string_view variable) {
    return session.all(
        on_variable, [&](const Row& row) { return read_position(row, questions); }, questions.version(),
        variable);
}

std::vector<KeptPosition> positions_of(Session& session, const QuestionSet& questions,
                                       std::string_view actor) {
    return session.all(
        of_actor, [&](const Row& row) { return read_position(row, questions); }, questions.version(), actor);
}

PositionId insert(Session& session, const KeptPosition& position) {
    auto id = session.number(insert_position, position.question_set, position.actor, position.variable,
                             text_of(position.answer), position.strength, position.origin, position.document,
                             position.anchor, position.quote, position.locator, position.note, position.coder,
                             position.change, position.changed_at);
    return PositionId{id.value_or(0)};
}

bool update(Session& session, const KeptPosition& position) {
    return session.execute(update_position, position.id, text_of(position.answer), position.strength,
                           position.origin, position.document, position.anchor, position.quote,
                           position.locator, position.note, position.coder, position.change,
                           position.changed_at, position.revision) == 1;
}

Stand stand(Session& session) {
    return *session.one(standing, [](const Row& row) {
        return Stand{row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
    });
}

std::int64_t last_change(Session& session) {
    return session.number(newest_change).value_or(0);
}

std::vector<KeptReading> readings_of(Session& session, const Variable& variable, PositionId position) {
    return session.all(
        readings, [&](const Row& row) { return read_reading(row, variable, 0); }, position);
}

void keep_reading(Session& session, const KeptReading& reading) {
    session.execute(upsert_reading, reading.position, reading.coder, text_of(reading.answer),
                    reading.strength, reading.quote, reading.note, reading.read_at);
}

std::vector<std::string> coders(Session& session) {
    return session.all(all_coders, [](const Row& row) { return row.string(0); });
}

std::vector<CodersReading> readings_by(Session& session, const QuestionSet& questions,
                                       std::string_view coder) {
    return session.all(
        coder_readings,
        [&](const Row& row) {
            auto place = questions.find(row.text(1));
            require(place.has_value(), "a question of the set");
            return CodersReading{row.string(0), row.string(1), read_reading(row, questions.at(*place), 2)};
        },
        coder, questions.version());
}

std::optional<KeptText> reference(Session& session, std::string_view name) {
    return session.one(
        newest_reference,
        [](const Row& row) {
            return KeptText{static_cast<int>(row.integer(0)), row.digest(1), row.string(2), row.instant(3)};
        },
        name);
}

int keep_reference(Session& session, std::string_view name, std::string_view content, const Sha256& digest,
                   Instant now) {
    auto newest = reference(session, name);
    const int version = newest ? newest->version + 1 : 1;
    session.execute(insert_reference, name, version, digest, content, now);
    return version;
}

} // namespace poa::views::store
