// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/queries.hpp"

namespace poa::commitments {
namespace {

constexpr storage::Query list_query{
    "commitments.list",
    "SELECT " POA_COMMITMENT_COLUMNS " FROM commitments_commitment c WHERE ($1 = '' OR c.item = $1) AND "
    "($2 = '' OR c.state = $2) AND ($3 = '' OR c.goal = $3) AND (c.stage = $4 OR $4 < 0) AND "
    "(c.need = $5 OR $5 = 0) AND (c.id < $6 OR $6 = 0) ORDER BY c.id DESC LIMIT $7"};

} // namespace

std::vector<Commitment> commitments_for(storage::Session& session, const CommitmentFilter& filter,
                                        Id<Commitment> before, int count) {
    const std::int64_t stage = filter.stage ? static_cast<std::int64_t>(*filter.stage) : -1;
    return session.all(list_query, store::read_commitment, filter.item, filter.state, filter.goal, stage,
                       filter.need, before, count);
}

std::optional<Goal> goal_now(storage::Session& session, std::string_view key) {
    auto versions = store::versions_of_goal(session, key);
    if (versions.empty()) return std::nullopt;
    return std::move(versions.back());
}

} // namespace poa::commitments
