// SPDX-License-Identifier: Apache-2.0
#pragma once
// The journal: one entry for every act, written in the transaction of the act; and the public ledger made of it, a
// Merkle log anyone can verify (C2SP tlog-tiles). This is the front header: other capabilities include only this.

#include "base/audience.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::ledger {

struct JournalEntry; ///< tag of Id<JournalEntry>

using Facts = std::vector<std::pair<std::string, std::string>>;

/// What an act says of itself. Names of facts are snake_case and fixed by the act's reference page.
struct Entry {
    std::string act;       ///< one of the names in five places: "documents.import"
    std::string on_behalf; ///< "state:FRA", "organisation:...", "chair", "secretariat", "operator" or "platform"
    std::string subject;   ///< what it is about: "document:a-78-76", "state:EGY"; indexed, for "the record of ..."
    std::string clause;    ///< the charter clause or rule it was done under; may be empty
    /// `everyone`: act, on_behalf, subject, clause and facts are in the public ledger in clear. Anything narrower:
    /// the ledger holds a salted commitment to all of it and nothing else.
    Audience audience = Audience::own_delegation;
    Facts facts;
    /// Never public, whatever the audience: who the person was, addresses, texts. Held as a salted commitment.
    Facts sealed;
    /// Number of the person who acted, 0 for the platform and the command line. Part of what is sealed.
    std::int64_t person = 0;
};

/// One unit of work: the open transaction, the clock's word, the journal. Commands take it as first argument.
class Work {
  public:
    Work(storage::Session& session, Instant now) : session_(session), now_(now) {}
    [[nodiscard]] storage::Session& session() { return session_; }
    [[nodiscard]] Instant now() const { return now_; }
    /// Writes the journal entry of the act at hand. Its place in the public ledger is given after commit.
    Id<JournalEntry> record(const Entry& entry);

  private:
    storage::Session& session_;
    Instant now_;
};

/// A journal entry as a reader gets it back.
struct Recorded {
    Id<JournalEntry> id;
    Instant at;
    Entry entry;
    std::optional<std::int64_t> leaf_index; ///< its place in the ledger, once it has one
};

/// The newest entries that `widest`-only readers may see: entries whose audience is at least `least` wide, newest
/// first, with id below `before` (0: from the newest), at most `count`. Sealed facts are left empty.
[[nodiscard]] std::vector<Recorded> recent(storage::Session& session, Audience least, std::int64_t before, int count);
/// The same for one subject.
[[nodiscard]] std::vector<Recorded> record_of(storage::Session& session, std::string_view subject, Audience least,
                                              std::int64_t before, int count);

} // namespace poa::ledger
