// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reading the ledger on from where one was: for what follows from acts after they were committed. Places are
// given after the commit, one by one and without gaps; so who has read up to a place has missed nothing,
// which the numbers of the journal do not promise on a database with several writers.

#include "capabilities/ledger/ledger.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poa::ledger {

struct PlacedAct {
    std::int64_t place = 0; ///< index in the ledger
    Id<JournalEntry> id;
    std::string act;
};
/// From `place` on, by place, at most `count`. What the acts were is told by `open_entry`
/// (ledger/queries.hpp).
[[nodiscard]] std::vector<PlacedAct> acts_from(storage::Session& session, std::int64_t place, int count);

} // namespace poa::ledger
