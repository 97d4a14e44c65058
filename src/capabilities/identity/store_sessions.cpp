// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_session.hpp"
#include "capabilities/identity/store.hpp"

namespace poa::identity::store {
namespace {

using storage::Query;
using storage::Row;

constexpr Query insert_query{
    "identity.insert_session",
    "INSERT INTO identity_session (token_digest, person, browser, started, last_used) "
    "VALUES ($1, $2, $3, $4, $4) RETURNING id"};
constexpr Query of_person_query{"identity.sessions_of",
                                "SELECT id, person, browser, started, last_used FROM identity_session "
                                "WHERE person = $1 ORDER BY last_used DESC, id DESC"};
constexpr Query delete_query{"identity.delete_session",
                             "DELETE FROM identity_session WHERE id = $1 AND person = $2"};
constexpr Query delete_by_token_query{"identity.delete_session_by_token",
                                      "DELETE FROM identity_session WHERE token_digest = $1"};
constexpr Query delete_others_query{"identity.delete_sessions_of",
                                    "DELETE FROM identity_session WHERE person = $1 AND id <> $2"};
constexpr Query delete_stale_query{"identity.delete_stale_sessions",
                                   "DELETE FROM identity_session WHERE person = $1 "
                                   "AND (started <= $2 OR last_used <= $3)"};
constexpr Query use_query{"identity.use_session",
                          "UPDATE identity_session SET last_used = $2 WHERE id = $1 AND last_used < $2"};
constexpr Query signed_in_query{
    "identity.signed_in",
    "SELECT s.id, s.person, s.browser, s.started, s.last_used, p.name, p.language, a.role, a.body "
    "FROM identity_session s JOIN identity_person p ON p.id = s.person "
    "LEFT JOIN identity_appointment a ON a.person = s.person AND a.ended_at IS NULL AND a.from_day <= $2 "
    "AND (a.to_day IS NULL OR a.to_day >= $2) "
    "WHERE s.token_digest = $1 ORDER BY a.id"};
constexpr Query browser_query{"identity.known_browser",
                              "SELECT 1 FROM identity_known_browser "
                              "WHERE person = $1 AND token_digest = $2 AND last_used > $3"};
constexpr Query remember_query{"identity.remember_browser",
                               "INSERT INTO identity_known_browser (person, token_digest, last_used) "
                               "VALUES ($1, $2, $3) ON CONFLICT (person, token_digest) "
                               "DO UPDATE SET last_used = excluded.last_used"};
constexpr Query drop_old_browsers_query{
    "identity.drop_old_browsers",
    "DELETE FROM identity_known_browser WHERE person = $1 AND (last_used <= $2 OR token_digest NOT IN ("
    "SELECT token_digest FROM identity_known_browser WHERE person = $1 "
    "ORDER BY last_used DESC, token_digest LIMIT $3))"};
constexpr Query forget_browsers_query{
    "identity.forget_browsers",
    "DELETE FROM identity_known_browser WHERE person = $1 AND token_digest <> $2"};

SessionRow read_session(const Row& row) {
    return {row.id<SignInSession>(0), row.id<Person>(1), row.string(2), row.instant(3), row.instant(4)};
}

Standing read_standing(const Row& row, int role_column, int body_column) {
    auto role = parse_role(row.text(role_column));
    auto body = Body::parse(row.text(body_column));
    require(role && body, "a standing's role and body read back");
    return {*role, *body};
}

} // namespace

Id<SignInSession> insert_session(storage::Session& session, const Sha256& token, Id<Person> person,
                                 std::string_view browser, Instant now) {
    auto id = session.number(insert_query, token, person, browser, now);
    require(id.has_value(), "a new sign-in session has a number");
    return Id<SignInSession>{*id};
}

std::vector<SessionRow> sessions_of(storage::Session& session, Id<Person> person) {
    return session.all(of_person_query, read_session, person);
}

bool delete_session(storage::Session& session, Id<SignInSession> id, Id<Person> person) {
    return session.execute(delete_query, id, person) == 1;
}

void delete_session_by_token(storage::Session& session, const Sha256& token) {
    session.execute(delete_by_token_query, token);
}

std::int64_t delete_sessions_of(storage::Session& session, Id<Person> person, Id<SignInSession> but) {
    return session.execute(delete_others_query, person, but);
}

void delete_stale_sessions(storage::Session& session, Id<Person> person, Instant now) {
    session.execute(delete_stale_query, person, now.plus_seconds(-session_seconds_max),
                    now.plus_seconds(-session_idle_seconds_max));
}

void set_last_used(storage::Session& session, Id<SignInSession> id, Instant now) {
    session.execute(use_query, id, now);
}

std::optional<SignedInRow> signed_in_by_token(storage::Session& session, const Sha256& token, Day today) {
    std::optional<SignedInRow> found;
    session.each(
        signed_in_query,
        [&](const Row& row) {
            if (!found) found = SignedInRow{read_session(row), row.string(5), row.string(6), {}};
            if (!row.is_null(7)) found->standings.push_back(read_standing(row, 7, 8));
        },
        token, today);
    return found;
}

bool is_known_browser(storage::Session& session, Id<Person> person, const Sha256& token, Instant now) {
    return session.number(browser_query, person, token, now.plus_seconds(-known_browser_seconds_max))
        .has_value();
}

void remember_browser(storage::Session& session, Id<Person> person, const Sha256& token, Instant now) {
    session.execute(remember_query, person, token, now);
    session.execute(drop_old_browsers_query, person, now.plus_seconds(-known_browser_seconds_max),
                    known_browsers_max);
}

void forget_browsers(storage::Session& session, Id<Person> person, const std::optional<Sha256>& but) {
    session.execute(forget_browsers_query, person, but.value_or(Sha256{}));
}

} // namespace poa::identity::store
