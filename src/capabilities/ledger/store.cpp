// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/store.hpp"

namespace poa::ledger::store {
namespace {

using storage::Query;
using storage::Row;

constexpr Query insert_entry_query{"ledger.insert_entry",
                                   "INSERT INTO journal (at, act, on_behalf, subject, clause, audience, "
                                   "person, leaf, sealed_salt, sealed_body) "
                                   "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id"};

#define POA_JOURNAL_COLUMNS                                                                                  \
    "id, at, act, on_behalf, subject, clause, audience, person, leaf, sealed_salt, sealed_body, leaf_index"

constexpr Query find_entry_query{"ledger.find_entry",
                                 "SELECT " POA_JOURNAL_COLUMNS " FROM journal WHERE id = $1"};
constexpr Query newest_query{"ledger.newest", "SELECT " POA_JOURNAL_COLUMNS " FROM journal "
                                              "WHERE audience = $1 AND id < $2 ORDER BY id DESC LIMIT $3"};
constexpr Query newest_of_query{"ledger.newest_of", "SELECT " POA_JOURNAL_COLUMNS
                                                    " FROM journal WHERE subject = $1 AND audience = $2 "
                                                    "AND id < $3 ORDER BY id DESC LIMIT $4"};
constexpr Query rows_by_id_query{"ledger.rows_by_id",
                                 "SELECT " POA_JOURNAL_COLUMNS " FROM journal WHERE id > $1 "
                                 "ORDER BY id LIMIT $2"};
#undef POA_JOURNAL_COLUMNS

constexpr Query any_waiting_query{"ledger.any_waiting",
                                  "SELECT id FROM journal WHERE leaf_index IS NULL LIMIT 1"};
constexpr Query count_waiting_query{"ledger.count_waiting",
                                    "SELECT count(*) FROM journal WHERE leaf_index IS NULL"};
constexpr Query waiting_query{"ledger.waiting", "SELECT id, leaf FROM journal WHERE leaf_index IS NULL "
                                                "ORDER BY id LIMIT $1"};
constexpr Query waiting_entry_query{"ledger.waiting_entry",
                                    "SELECT id, leaf FROM journal WHERE id = $1 AND leaf_index IS NULL"};
constexpr Query place_waiting_query{
    "ledger.place_waiting",
    "UPDATE journal SET leaf_index = $2 + place.number - 1 "
    "FROM (SELECT id AS waiting, row_number() OVER (ORDER BY id) AS number FROM journal "
    "      WHERE leaf_index IS NULL AND id <= $1) AS place WHERE journal.id = place.waiting"};
constexpr Query place_entry_query{"ledger.place_entry",
                                  "UPDATE journal SET leaf_index = $2 WHERE id = $1 AND leaf_index IS NULL"};
constexpr Query leaves_query{"ledger.leaves",
                             "SELECT leaf_index, leaf FROM journal "
                             "WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index"};

constexpr Query head_query{"ledger.head",
                           "SELECT size, root, verifier_key, revision FROM ledger_head WHERE one = 1"};
constexpr Query advance_head_query{"ledger.advance_head",
                                   "UPDATE ledger_head SET size = $1, root = $2, verifier_key = $3, "
                                   "revision = revision + 1 WHERE one = 1 AND revision = $4"};

constexpr Query tile_query{"ledger.tile", "SELECT hashes FROM ledger_tile WHERE level = $1 AND number = $2"};
constexpr Query put_tile_query{"ledger.put_tile", "INSERT INTO ledger_tile (level, number, hashes) "
                                                  "VALUES ($1, $2, $3) ON CONFLICT (level, number) "
                                                  "DO UPDATE SET hashes = excluded.hashes"};

constexpr Query newest_checkpoint_query{"ledger.newest_checkpoint",
                                        "SELECT size, note, at FROM ledger_checkpoint "
                                        "ORDER BY size DESC LIMIT 1"};
constexpr Query checkpoint_at_query{"ledger.checkpoint_at",
                                    "SELECT size, note, at FROM ledger_checkpoint WHERE size = $1"};
constexpr Query put_checkpoint_query{"ledger.put_checkpoint",
                                     "INSERT INTO ledger_checkpoint (size, note, at) VALUES ($1, $2, $3)"};

std::string bytes_or_empty(const Row& row, int column) {
    return row.is_null(column) ? std::string() : std::string(text_of(row.bytes(column)));
}

JournalRow read_row(const Row& row) {
    JournalRow found;
    found.id = row.id<JournalEntry>(0);
    found.at = row.instant(1);
    found.entry.act = row.string(2);
    found.entry.on_behalf = row.string(3);
    found.entry.subject = row.string(4);
    found.entry.clause = row.string(5);
    found.entry.audience = static_cast<Audience>(row.integer(6));
    found.entry.person = row.integer(7);
    found.leaf = row.string(8);
    found.salt = bytes_or_empty(row, 9);
    found.sealed_body = row.text_or_empty(10);
    found.leaf_index = row.maybe(11, [](const Row& r, int c) { return r.integer(c); });
    return found;
}

Waiting read_waiting(const Row& row) {
    return {row.integer(0), row.string(1)};
}

Published read_checkpoint(const Row& row) {
    return {static_cast<std::uint64_t>(row.integer(0)), row.string(1), row.instant(2)};
}

} // namespace

Id<JournalEntry> insert_entry(storage::Session& session, const Entry& entry, Instant at,
                              const EntryForm& form) {
    bool sealed = !form.salt.empty();
    auto salt = sealed ? std::optional(bytes_of(form.salt)) : std::nullopt;
    auto body = sealed ? std::optional(std::string_view(form.sealed_body)) : std::nullopt;
    auto id = session.number(insert_entry_query, at, entry.act, entry.on_behalf, entry.subject, entry.clause,
                             entry.audience, entry.person, form.leaf, salt, body);
    require(id.has_value(), "the journal gives a number");
    return Id<JournalEntry>{*id};
}

std::optional<JournalRow> find_entry(storage::Session& session, Id<JournalEntry> id) {
    return session.one(find_entry_query, read_row, id);
}

std::vector<JournalRow> newest(storage::Session& session, Audience audience, std::int64_t before, int count) {
    return session.all(newest_query, read_row, audience, before, count);
}

std::vector<JournalRow> newest_of(storage::Session& session, std::string_view subject, Audience audience,
                                  std::int64_t before, int count) {
    return session.all(newest_of_query, read_row, subject, audience, before, count);
}

std::vector<JournalRow> rows_by_id(storage::Session& session, std::int64_t after, int count) {
    return session.all(rows_by_id_query, read_row, after, count);
}

bool any_waiting(storage::Session& session) {
    return session.number(any_waiting_query).has_value();
}

std::int64_t count_waiting(storage::Session& session) {
    return session.number(count_waiting_query).value_or(0);
}

std::vector<Waiting> waiting(storage::Session& session, int count) {
    return session.all(waiting_query, read_waiting, count);
}

std::optional<Waiting> waiting_entry(storage::Session& session, std::int64_t id) {
    return session.one(waiting_entry_query, read_waiting, id);
}

std::int64_t place_waiting(storage::Session& session, std::int64_t last_id, std::uint64_t first) {
    return session.execute(place_waiting_query, last_id, first);
}

std::int64_t place_entry(storage::Session& session, std::int64_t id, std::uint64_t index) {
    return session.execute(place_entry_query, id, index);
}

void each_leaf(storage::Session& session, std::uint64_t first, std::uint64_t count,
               FunctionRef<void(std::uint64_t index, std::string_view leaf)> take) {
    session.each(
        leaves_query, [&](const Row& row) { take(static_cast<std::uint64_t>(row.integer(0)), row.text(1)); },
        first, first + count);
}

Head head(storage::Session& session) {
    auto found = session.one(head_query, [](const Row& row) {
        return Head{static_cast<std::uint64_t>(row.integer(0)), row.digest(1), row.string(2), row.integer(3)};
    });
    require(found.has_value(), "the ledger has its head");
    return *found;
}

bool advance_head(storage::Session& session, const Head& from, const Head& to) {
    return session.execute(advance_head_query, to.size, to.root, to.verifier_key, from.revision) == 1;
}

std::string tile(storage::Session& session, int level, std::uint64_t number) {
    auto read = [](const Row& row) { return std::string(text_of(row.bytes(0))); };
    return session.one(tile_query, read, level, number).value_or(std::string());
}

void put_tile(storage::Session& session, int level, std::uint64_t number, std::string_view hashes) {
    session.execute(put_tile_query, level, number, bytes_of(hashes));
}

std::optional<Published> newest_checkpoint(storage::Session& session) {
    return session.one(newest_checkpoint_query, read_checkpoint);
}

std::optional<Published> checkpoint_at(storage::Session& session, std::uint64_t size) {
    return session.one(checkpoint_at_query, read_checkpoint, size);
}

void put_checkpoint(storage::Session& session, const Published& checkpoint) {
    session.execute(put_checkpoint_query, checkpoint.size, checkpoint.note, checkpoint.at);
}

} // namespace poa::ledger::store
