// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/store.hpp"

namespace poa::identity::store {
namespace {

using storage::Query;
using storage::Row;

constexpr Query failures_query{"identity.failures", "SELECT failures, last_at FROM identity_sign_in_failures "
                                                    "WHERE account = $1 AND client = $2"};
constexpr Query put_query{
    "identity.put_failures",
    "INSERT INTO identity_sign_in_failures (account, client, failures, first_at, last_at) "
    "VALUES ($1, $2, $3, $4, $4) ON CONFLICT (account, client) "
    "DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at"};
constexpr Query forget_query{"identity.forget_failures",
                             "DELETE FROM identity_sign_in_failures WHERE account = $1 AND client = $2"};
// The day of all together begins with its first failure, not with the last: a trickle must not stretch it.
constexpr Query count_all_query{
    "identity.count_failure_of_all",
    "INSERT INTO identity_sign_in_failures AS f (account, client, failures, first_at, last_at) "
    "VALUES ($1, $1, 1, $2, $2) ON CONFLICT (account, client) DO UPDATE SET "
    "failures = CASE WHEN f.first_at <= $3 THEN 1 ELSE f.failures + 1 END, "
    "first_at = CASE WHEN f.first_at <= $3 THEN excluded.first_at ELSE f.first_at END, "
    "last_at = excluded.last_at RETURNING failures"};
constexpr Query drop_forgotten_query{"identity.drop_forgotten_failures",
                                     "DELETE FROM identity_sign_in_failures WHERE last_at <= $1"};
constexpr Query drop_oldest_query{
    "identity.drop_oldest_failures",
    "DELETE FROM identity_sign_in_failures WHERE last_at < (SELECT last_at FROM identity_sign_in_failures "
    "ORDER BY last_at DESC LIMIT 1 OFFSET $1)"};

} // namespace

Failures failures_of(storage::Session& session, const Sha256& account, const Sha256& client) {
    auto read = [](const Row& row) { return Failures{row.integer(0), row.instant(1)}; };
    return session.one(failures_query, read, account, client).value_or(Failures{});
}

void put_failures(storage::Session& session, const Sha256& account, const Sha256& client,
                  const Failures& failures) {
    session.execute(put_query, account, client, failures.count, failures.last);
}

void forget_failures(storage::Session& session, const Sha256& account, const Sha256& client) {
    session.execute(forget_query, account, client);
}

std::int64_t count_failure_of_all(storage::Session& session, Instant now) {
    auto count =
        session.number(count_all_query, all_of_them, now, now.plus_seconds(-failures_forgotten_seconds));
    require(count.has_value(), "a count comes back");
    return *count;
}

void drop_forgotten_failures(storage::Session& session, Instant now) {
    session.execute(drop_forgotten_query, now.plus_seconds(-failures_forgotten_seconds));
}

void drop_oldest_failures(storage::Session& session) {
    session.execute(drop_oldest_query, limits_kept_max);
}

} // namespace poa::identity::store
