// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who is told of what was recorded: the ledger is read on from where it was, and acts that concern people
// become notices. So rooms that decide know nothing of mail, and no mail can undo what they decide.

#include "base/time.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "storage/database.hpp"

#include <cstdint>

namespace poa::app {

/// What one step found.
struct Followed {
    std::int64_t notices = 0; ///< queued
    bool more = false;        ///< there may be more to read at once
};

/// Reads the ledger on. One thread; several processes on one database may: a person is told once.
class RecordFollower {
  public:
    RecordFollower(storage::Database& database, const Clock& clock) : database_(database), clock_(clock) {}
    /// At most a few hundred entries. Writes only where somebody is told, or now and then how far it read.
    Followed step();

  private:
    storage::Database& database_;
    const Clock& clock_;
    std::int64_t next_place_ = 0; ///< as far as this process has read
};

/// The notices of one entry; gives how many were queued. None of an act that nobody is told of.
[[nodiscard]] std::int64_t tell_of(ledger::Work& work, Id<ledger::JournalEntry> entry);

} // namespace poa::app
