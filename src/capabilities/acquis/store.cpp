// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/store.hpp"

namespace poa::acquis::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query all_query{"acquis.registrations",
                          "SELECT number, title, digest, content, on_behalf, registered_at "
                          "FROM acquis_registration WHERE registered_at <= $1 ORDER BY number"};
constexpr Query newest_query{"acquis.newest_registration", "SELECT MAX(number) FROM acquis_registration"};
constexpr Query has_query{"acquis.has_registration", "SELECT 1 FROM acquis_registration WHERE digest = $1"};
constexpr Query add_query{"acquis.add_registration",
                          "INSERT INTO acquis_registration (number, title, digest, content, on_behalf, "
                          "registered_at) VALUES ($1, $2, $3, $4, $5, $6)"};

} // namespace

std::vector<KeptRegistration> registrations(Session& session, Instant until) {
    return session.all(
        all_query,
        [](const Row& row) {
            return KeptRegistration{row.integer(0), row.string(1), row.digest(2),
                                    row.string(3),  row.string(4), row.instant(5)};
        },
        until);
}

std::int64_t newest_number(Session& session) {
    return session.number(newest_query).value_or(0);
}

bool has_registration(Session& session, const Sha256& digest) {
    return session.number(has_query, digest).has_value();
}

void add_registration(Session& session, const KeptRegistration& registration) {
    session.execute(add_query, registration.number, registration.title, registration.digest,
                    registration.content, registration.on_behalf, registration.at);
}

} // namespace poa::acquis::store
