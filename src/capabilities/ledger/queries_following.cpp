// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/queries_following.hpp"

namespace poa::ledger {
namespace {

constexpr storage::Query acts_query{"ledger.acts_from",
                                    "SELECT leaf_index, id, act FROM journal WHERE leaf_index >= $1 "
                                    "ORDER BY leaf_index LIMIT $2"};

} // namespace

std::vector<PlacedAct> acts_from(storage::Session& session, std::int64_t place, int count) {
    return session.all(
        acts_query,
        [](const storage::Row& row) {
            return PlacedAct{row.integer(0), row.id<JournalEntry>(1), row.string(2)};
        },
        place, count);
}

} // namespace poa::ledger
