// SPDX-License-Identifier: Apache-2.0
#pragma once
// The journal: one entry for every act, written in the transaction of the act; and the public ledger made of
// it, a Merkle log anyone can verify (C2SP tlog-tiles). This is the front header: other capabilities include
// only this.

#include "base/audience.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "capabilities/ledger/entry.hpp"
#include "storage/database.hpp"
#include "storage/migrations.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace poa::ledger {

/// The tables of this capability, for storage::migrate.
[[nodiscard]] std::span<const storage::Migration> migrations();

/// One unit of work: the open transaction, the clock's word, the journal. Commands take it as first argument.
class Work {
  public:
    Work(storage::Session& session, Instant now) : session_(session), now_(now) {}
    [[nodiscard]] storage::Session& session() { return session_; }
    [[nodiscard]] Instant now() const { return now_; }
    /// Writes the journal entry of the act at hand. Its place in the public ledger is given after commit
    /// (ledger/sequencer.hpp). What an entry must be is told with `Entry`; anything else is our mistake.
    Id<JournalEntry> record(const Entry& entry);

  private:
    storage::Session& session_;
    Instant now_;
};

/// Runs `act(Work&)` in a transaction of its own, as of the moment it was asked: nobody is late by waiting
/// for the writer. Gives what `act` gives; an error in it takes everything back. Where another was faster
/// with what may be there only once, it runs once more and finds that.
template <class Act> auto in_turn(storage::Database& database, const Clock& clock, Act&& act) {
    const auto body = [&act, asked = clock.now()](storage::Session& session) {
        Work work(session, asked);
        return act(work);
    };
    try {
        return database.write(body);
    } catch (const storage::DatabaseError& failure) {
        if (failure.kind() != storage::DatabaseError::Kind::unique) throw;
    }
    return database.write(body);
}

/// A journal entry as a reader gets it back.
struct Recorded {
    Id<JournalEntry> id;
    Instant at;
    Entry entry;
    std::optional<std::int64_t> leaf_index; ///< its place in the ledger, once it has one
};

/// The newest entries that a reader of audience `least` may see: those whose own audience is at least as
/// wide, newest first, with id below `before` (0: from the newest), at most `count`. `sealed` and `person`
/// are left empty. O(count * log of the journal), however few of its entries the reader may see.
[[nodiscard]] std::vector<Recorded> recent(storage::Session& session, Audience least, std::int64_t before,
                                           int count);
/// The same for one subject.
[[nodiscard]] std::vector<Recorded> record_of(storage::Session& session, std::string_view subject,
                                              Audience least, std::int64_t before, int count);

} // namespace poa::ledger
