// SPDX-License-Identifier: Apache-2.0
#pragma once
// The one charter version that holds for the mechanism now, in memory and unchanging.

#include "base/bytes.hpp"
#include "base/refusal.hpp"
#include "capabilities/charter/modalities.hpp"
#include "storage/database.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace poa::charter {

struct CharterInForce {
    std::int64_t version = 0; ///< 1 is the one the mechanism was founded with
    Charter charter;
    std::string text; ///< the whole charter as one YAML file, every clause written out
    Sha256 digest;    ///< of the text
    Instant since;
    std::string reason; ///< how it came into force: "founding", or the decision
};

/// What holds, newest; null where the mechanism has no charter yet. Throws DatabaseError; MachineFailure
/// where the kept text does not read back.
[[nodiscard]] std::shared_ptr<const CharterInForce> read_in_force(storage::Session& session);
/// What held at that moment; before the founding the first version, null where there is none.
[[nodiscard]] std::shared_ptr<const CharterInForce> version_at(storage::Session& session, Instant moment);
/// Every version there was, oldest first.
[[nodiscard]] std::vector<std::shared_ptr<const CharterInForce>> all_versions(storage::Session& session);

/// The date guard of the charter in force, with the processes that are registered: process.hpp, may_act.
[[nodiscard]] Result<void> may_act_on(storage::Session& session, const Charter& charter, Day day);

/// One for the process.
class CurrentCharter {
  public:
    /// Brings it up to what the session sees; one cheap query where nothing changed. Any thread.
    [[nodiscard]] std::shared_ptr<const CharterInForce> of(storage::Session& session);

  private:
    std::atomic<std::shared_ptr<const CharterInForce>> current_;
};

} // namespace poa::charter
