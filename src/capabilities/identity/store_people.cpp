// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/store.hpp"

namespace poa::identity::store {
namespace {

using storage::Query;
using storage::Row;

constexpr Query person_by_email_query{
    "identity.person_by_email",
    "SELECT id, email, name, language, password_hash, revision FROM identity_person WHERE email = $1"};
constexpr Query person_by_id_query{
    "identity.person_by_id",
    "SELECT id, email, name, language, password_hash, revision FROM identity_person WHERE id = $1"};
constexpr Query insert_person_query{"identity.insert_person",
                                    "INSERT INTO identity_person (email, name, language, made_at, made_by) "
                                    "VALUES ($1, $2, $3, $4, $5) RETURNING id"};
constexpr Query set_password_query{"identity.set_password",
                                   "UPDATE identity_person SET password_hash = $2, password_set_at = $3, "
                                   "revision = revision + 1 WHERE id = $1"};
constexpr Query renew_hash_query{"identity.renew_hash",
                                 "UPDATE identity_person SET password_hash = $2 WHERE id = $1"};
constexpr Query set_profile_query{
    "identity.set_profile", "UPDATE identity_person SET name = $2, language = $3, revision = revision + 1 "
                            "WHERE id = $1 AND revision = $4"};
constexpr Query insert_link_query{
    "identity.insert_link", "INSERT INTO identity_link (token_digest, person, purpose, made_at, expires_at) "
                            "VALUES ($1, $2, $3, $4, $5)"};
constexpr Query link_query{"identity.link",
                           "SELECT person, purpose, expires_at FROM identity_link WHERE token_digest = $1"};
constexpr Query delete_links_query{"identity.delete_links", "DELETE FROM identity_link WHERE person = $1"};

PersonRow read_person(const Row& row) {
    return {row.id<Person>(0), row.string(1),        row.string(2),
            row.string(3),     row.text_or_empty(4), row.integer(5)};
}

} // namespace

std::optional<PersonRow> person_by_email(storage::Session& session, std::string_view canonical) {
    return session.one(person_by_email_query, read_person, canonical);
}

std::optional<PersonRow> person_by_id(storage::Session& session, Id<Person> person) {
    return session.one(person_by_id_query, read_person, person);
}

Id<Person> insert_person(storage::Session& session, std::string_view email, std::string_view name,
                         std::string_view language, Instant now, Id<Person> by) {
    auto made_by = by.is_known() ? std::optional(by) : std::nullopt;
    auto id = session.number(insert_person_query, email, name, language, now, made_by);
    require(id.has_value(), "a new person has a number");
    return Id<Person>{*id};
}

void set_password(storage::Session& session, Id<Person> person, std::string_view hash, Instant now) {
    session.execute(set_password_query, person, hash, now);
}

void renew_hash(storage::Session& session, Id<Person> person, std::string_view hash) {
    session.execute(renew_hash_query, person, hash);
}

bool set_profile(storage::Session& session, Id<Person> person, std::string_view name,
                 std::string_view language, std::int64_t revision) {
    return session.execute(set_profile_query, person, name, language, revision) == 1;
}

void insert_link(storage::Session& session, const Sha256& token, Id<Person> person, std::string_view purpose,
                 Instant now, Instant expires) {
    session.execute(insert_link_query, token, person, purpose, now, expires);
}

std::optional<LinkRow> link_by_token(storage::Session& session, const Sha256& token) {
    return session.one(
        link_query,
        [](const Row& row) {
            return LinkRow{row.id<Person>(0), row.string(1), row.instant(2)};
        },
        token);
}

void delete_links_of(storage::Session& session, Id<Person> person) {
    session.execute(delete_links_query, person);
}

} // namespace poa::identity::store
