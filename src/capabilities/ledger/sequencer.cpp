// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/sequencer.hpp"

#include "capabilities/ledger/checkpoint.hpp"
#include "capabilities/ledger/durable_file.hpp"
#include "capabilities/ledger/growth.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/store.hpp"

#include <fmt/core.h>

// The order of things, and why no crash and no race makes the key sign two trees that do not fit.
//
// Everything that others can see of a batch (places, tiles, checkpoint, head) is in one transaction, and a
// signature is in nobody's hands before that transaction has committed. Two sequencers of one database meet
// at the head: one commits, the other's transaction fails as a whole and begins again from the new head.
//
// The guard is written inside the transaction, before the signature is made: base, new tree, and which
// entries. So:
//   - stopped before the guard is written: nothing happened.
//   - stopped after it, transaction not committed: the database stands at the guard's base, and the entries
//   still
//     wait. The next run makes exactly that batch again, and signs exactly the tree that was announced. If it
//     cannot (entries gone, or they give another root), this is not the database of then: it is an older
//     copy.
//   - stopped after the commit: the database has the guard's tree. Nothing to do.
// A guard written after the commit would leave a moment in which a checkpoint is out and unremembered; one
// that knew only the size would have to refuse after every crash between the two, or to accept an older copy.
//
// A transaction that certainly failed gives the guard its former word back. One whose end is unknown
// (connection lost, disk error at commit) leaves the announcement: the next run finds out which of the cases
// it is.

namespace poa::ledger {
namespace {

Sha256 root_at(storage::Session& session, std::uint64_t size) {
    auto read = [&](int level, std::uint64_t number) { return store::tile(session, level, number); };
    NodesFromTiles nodes(read);
    return root_of(nodes, size);
}

[[noreturn]] void refuse_older(const TreeHead& head, const TreeHead& last) {
    throw SigningRefused(fmt::format("The ledger in the database has {} entries, but its key has signed a "
                                     "ledger of {} entries that this database "
                                     "does not lead to: this is an older copy. Nothing is signed. Restore "
                                     "the newest copy; if there is none, run "
                                     "`poa ledger accept-rollback`, which records the loss in the ledger.",
                                     head.size, last.size));
}

[[noreturn]] void refuse_damaged(const TreeHead& head) {
    throw SigningRefused(
        fmt::format("The tiles in the database do not give the root of the ledger's {} entries: they are "
                    "damaged. Nothing is "
                    "signed. `poa ledger verify` names the place; restore a copy that verifies.",
                    head.size));
}

[[noreturn]] void refuse_other_history(const TreeHead& last) {
    throw SigningRefused(
        fmt::format("The ledger in the database tells another history than the one its key has signed: its "
                    "first {} entries give "
                    "another root. Nothing is signed. Restore the right database; if there is none, run "
                    "`poa ledger accept-rollback`, which records the break in the ledger.",
                    last.size));
}

void require_own_key(const store::Head& head, const VerifierKey& key) {
    if (head.verifier_key.empty() || head.verifier_key == key.text()) return;
    throw SigningRefused(
        fmt::format("The ledger in the database is signed by the key {}, but the key file has {}. "
                    "Nothing is signed. Bring back the right key file.",
                    head.verifier_key, key.text()));
}

} // namespace

struct Sequencer::Batch {
    store::Head head; ///< the database's, before
    std::vector<store::Waiting> entries;
    bool announced = false; ///< the guard has announced exactly this batch
    TreeHead result;        ///< what it must give, where announced
    bool first = false;     ///< there is no checkpoint yet
};

Sequencer::Sequencer(storage::Database& database, SigningKey key, Settings settings, const Clock& clock)
    : database_(database), key_(std::move(key)), settings_(std::move(settings)), clock_(clock) {}

bool Sequencer::run_once() {
    bool idle = database_.read([](storage::Session& session) {
        return !store::any_waiting(session) && store::newest_checkpoint(session).has_value();
    });
    if (idle) return false;
    std::filesystem::path lock_file = settings_.guard_file;
    lock_file += ".lock";
    FileLock lock(lock_file);
    const GuardRecord before = load_guard(settings_.guard_file);
    bool inside = false;
    try {
        return database_.write([&](storage::Session& session) {
            inside = true;
            bool done = sequence(session, before);
            inside = false;
            return done;
        });
    } catch (const storage::DatabaseError& error) {
        if (inside || error.kind() == storage::DatabaseError::Kind::again)
            save_guard(settings_.guard_file, before);
        throw;
    } catch (...) {
        if (inside) save_guard(settings_.guard_file, before);
        throw;
    }
}

std::optional<std::string> Sequencer::why_not_signing() {
    try {
        GuardRecord guard = load_guard(settings_.guard_file);
        database_.read([&](storage::Session& session) { (void)next_batch(session, guard); });
        return std::nullopt;
    } catch (const SigningRefused& refused) {
        return refused.what();
    }
}

Sequencer::Batch Sequencer::next_batch(storage::Session& session, const GuardRecord& guard) const {
    Batch batch;
    batch.head = store::head(session);
    require_own_key(batch.head, key_.verifier());
    TreeHead head{batch.head.size, batch.head.root};
    batch.first = !store::newest_checkpoint(session).has_value();
    if (guard.last.size <= head.size) {
        bool same = guard.last == head || root_at(session, guard.last.size) == guard.last.root;
        if (!same) refuse_other_history(guard.last);
        batch.entries = store::waiting(session, settings_.batch_entries_max);
        return batch;
    }
    if (guard.base != head) refuse_older(head, guard.last);
    batch.announced = true;
    batch.result = guard.last;
    for (std::int64_t id : guard.entries) {
        auto entry = store::waiting_entry(session, id);
        if (!entry) refuse_older(head, guard.last);
        batch.entries.push_back(std::move(*entry));
    }
    return batch;
}

bool Sequencer::sequence(storage::Session& session, const GuardRecord& guard) {
    reached(Step::transaction_begun);
    Batch batch = next_batch(session, guard);
    if (batch.entries.empty() && !batch.first) return false;
    publish(session, batch);
    return true;
}

void Sequencer::publish(storage::Session& session, const Batch& batch) {
    std::uint64_t first = batch.head.size;
    auto read = [&](int level, std::uint64_t number) { return store::tile(session, level, number); };
    Growth growth(first, read);
    if (growth.root() != batch.head.root) refuse_damaged({first, batch.head.root});
    auto put = [&](int level, std::uint64_t number, const std::string& hashes) {
        store::put_tile(session, level, number, hashes);
    };
    GuardRecord announcement{{first, batch.head.root}, {}, {}};
    for (const store::Waiting& entry : batch.entries) {
        growth.add(leaf_hash(bytes_of(entry.leaf)), put);
        announcement.entries.push_back(entry.id);
    }
    for (int level = 0; level < growth.levels(); ++level) {
        bool grew = first >> (tile_height * level) != growth.size() >> (tile_height * level);
        if (grew && !growth.edge(level).empty()) put(level, growth.edge_number(level), growth.edge(level));
    }
    announcement.last = {growth.size(), growth.root()};
    if (batch.announced && announcement.last != batch.result) refuse_other_history(batch.result);

    save_guard(settings_.guard_file, announcement);
    reached(Step::guard_written);
    std::int64_t placed = 0;
    if (batch.announced)
        for (std::size_t i = 0; i < batch.entries.size(); ++i)
            placed += store::place_entry(session, batch.entries[i].id, first + i);
    else if (!batch.entries.empty())
        placed = store::place_waiting(session, batch.entries.back().id, first);
    require(placed == static_cast<std::int64_t>(batch.entries.size()),
            "every entry of the batch got its place");
    reached(Step::entries_placed);

    Checkpoint checkpoint{key_.name(), announcement.last.size, announcement.last.root, {}};
    store::put_checkpoint(session, {checkpoint.size, sign_checkpoint(checkpoint, key_), clock_.now()});
    store::Head next{checkpoint.size, checkpoint.root, key_.verifier().text(), 0};
    if (!store::advance_head(session, batch.head, next))
        throw storage::DatabaseError(storage::DatabaseError::Kind::again, "",
                                     "ledger: another sequencer was faster");
    reached(Step::head_advanced);
}

void make_guard_file(const std::filesystem::path& guard_file) {
    write_durably(guard_file, guard_text(fresh_guard()), Existing::keep);
}

void accept_rollback(storage::Database& database, const std::filesystem::path& guard_file,
                     const Clock& clock) {
    std::filesystem::path lock_file = guard_file;
    lock_file += ".lock";
    FileLock lock(lock_file);
    std::optional<GuardRecord> former;
    try {
        former = load_guard(guard_file);
    } catch (const SigningRefused&) {
        former = std::nullopt; // missing or unreadable: the entry says that what was signed is not known
    }
    TreeHead kept = database.write([&](storage::Session& session) {
        store::Head head = store::head(session);
        Entry entry;
        entry.act = "ledger.accept_rollback";
        entry.on_behalf = "operator";
        entry.subject = "ledger";
        entry.audience = Audience::everyone;
        entry.facts = {{"kept_size", std::to_string(head.size)},
                       {"kept_root", head.root.base64()},
                       {"lost_size", former ? std::to_string(former->last.size) : "unknown"},
                       {"lost_root", former ? former->last.root.base64() : "unknown"}};
        Work(session, clock.now()).record(entry);
        return TreeHead{head.size, head.root};
    });
    save_guard(guard_file, {kept, kept, {}});
}

} // namespace poa::ledger
