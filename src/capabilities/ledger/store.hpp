// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of the ledger and back. All the capability's SQL is in store.cpp.

#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/tiles.hpp"

namespace poa::ledger::store {

Id<JournalEntry> insert_entry(storage::Session& session, const Entry& entry, Instant at,
                              const EntryForm& form);

/// A row of the journal as it stands.
struct JournalRow {
    Id<JournalEntry> id;
    Instant at;
    Entry entry; ///< of the columns: without facts and sealed
    std::string leaf;
    std::string salt;
    std::string sealed_body;
    std::optional<std::int64_t> leaf_index;
};
[[nodiscard]] std::optional<JournalRow> find_entry(storage::Session& session, Id<JournalEntry> id);
/// Entries of exactly one audience, newest first, id below `before`.
[[nodiscard]] std::vector<JournalRow> newest(storage::Session& session, Audience audience,
                                             std::int64_t before, int count);
[[nodiscard]] std::vector<JournalRow> newest_of(storage::Session& session, std::string_view subject,
                                                Audience audience, std::int64_t before, int count);
/// All rows by id, above `after`.
[[nodiscard]] std::vector<JournalRow> rows_by_id(storage::Session& session, std::int64_t after, int count);

struct Waiting {
    std::int64_t id;
    std::string leaf;
};
[[nodiscard]] bool any_waiting(storage::Session& session);
[[nodiscard]] std::int64_t count_waiting(storage::Session& session);
[[nodiscard]] std::vector<Waiting> waiting(storage::Session& session, int count); ///< by id
[[nodiscard]] std::optional<Waiting> waiting_entry(storage::Session& session, std::int64_t id);
/// Gives all waiting rows up to `last_id` their places, by id, from `first`. Returns how many.
std::int64_t place_waiting(storage::Session& session, std::int64_t last_id, std::uint64_t first);
/// Gives one waiting row its place. Returns 1, or 0 where it does not wait.
std::int64_t place_entry(storage::Session& session, std::int64_t id, std::uint64_t index);
/// leaf_index and leaf of the places [first, first + count), by place.
void each_leaf(storage::Session& session, std::uint64_t first, std::uint64_t count,
               FunctionRef<void(std::uint64_t index, std::string_view leaf)> take);

struct Head {
    std::uint64_t size = 0;
    Sha256 root;
    std::string verifier_key;
    std::int64_t revision = 0;
};
[[nodiscard]] Head head(storage::Session& session);
/// Compare and swap: false where the row has another revision than `from` has.
[[nodiscard]] bool advance_head(storage::Session& session, const Head& from, const Head& to);

[[nodiscard]] std::string tile(storage::Session& session, int level, std::uint64_t number); ///< empty: none
void put_tile(storage::Session& session, int level, std::uint64_t number, std::string_view hashes);

struct Published {
    std::uint64_t size = 0;
    std::string note;
    Instant at;
};
[[nodiscard]] std::optional<Published> newest_checkpoint(storage::Session& session);
[[nodiscard]] std::optional<Published> checkpoint_at(storage::Session& session, std::uint64_t size);
void put_checkpoint(storage::Session& session, const Published& checkpoint);

} // namespace poa::ledger::store
