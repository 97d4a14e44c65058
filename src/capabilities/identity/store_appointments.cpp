// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/store.hpp"

namespace poa::identity::store {
namespace {

using storage::Query;
using storage::Row;

#define APPOINTMENT_COLUMNS                                                                                  \
    "a.id, a.person, a.role, a.body, a.from_day, a.to_day, a.appointed_by, a.ended_at, a.ended_by"

constexpr Query insert_query{"identity.insert_appointment",
                             "INSERT INTO identity_appointment "
                             "(person, role, body, from_day, to_day, basis, appointed_at, appointed_by) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id"};
constexpr Query by_id_query{"identity.appointment_by_id",
                            "SELECT " APPOINTMENT_COLUMNS " FROM identity_appointment a WHERE a.id = $1"};
constexpr Query of_person_query{"identity.appointments_of_person",
                                "SELECT " APPOINTMENT_COLUMNS
                                " FROM identity_appointment a WHERE a.person = $1 ORDER BY a.from_day, a.id"};
constexpr Query in_role_query{"identity.appointments_in_role",
                              "SELECT " APPOINTMENT_COLUMNS " FROM identity_appointment a "
                              "WHERE a.body = $1 AND a.role = $2 ORDER BY a.from_day, a.id"};
constexpr Query of_body_query{"identity.appointments_of_body",
                              "SELECT " APPOINTMENT_COLUMNS
                              ", p.name, p.email, a.basis FROM identity_appointment a "
                              "JOIN identity_person p ON p.id = a.person "
                              "WHERE a.body = $1 ORDER BY a.from_day, a.id"};
constexpr Query end_query{"identity.end_appointment",
                          "UPDATE identity_appointment SET ended_at = $2, ended_by = $3 WHERE id = $1"};
constexpr Query held_query{
    "identity.role_held",
    "SELECT 1 FROM identity_appointment WHERE role = $1 AND body = $2 AND ended_at IS NULL "
    "AND from_day <= $3 AND (to_day IS NULL OR to_day >= $3) LIMIT 1"};

#undef APPOINTMENT_COLUMNS

Appointment read_appointment(const Row& row) {
    auto role = parse_role(row.text(2));
    auto body = Body::parse(row.text(3));
    require(role && body, "an appointment's role and body read back");
    auto person_at = [&](int column) { return row.is_null(column) ? Id<Person>() : row.id<Person>(column); };
    return {row.id<Appointment>(0),
            row.id<Person>(1),
            {*role, *body},
            row.day(4),
            row.maybe(5, [](const Row& r, int c) { return r.day(c); }),
            person_at(6),
            row.maybe(7, [](const Row& r, int c) { return r.instant(c); }),
            person_at(8)};
}

std::optional<Id<Person>> known(Id<Person> person) {
    return person.is_known() ? std::optional(person) : std::nullopt;
}

} // namespace

Id<Appointment> insert_appointment(storage::Session& session, const WantedAppointment& wanted,
                                   std::string_view basis, Instant now, Id<Person> by) {
    const std::string body = wanted.standing.body.text();
    auto id = session.number(insert_query, wanted.person, name_of(wanted.standing.role), body, wanted.from,
                             wanted.to, basis, now, known(by));
    require(id.has_value(), "a new appointment has a number");
    return Id<Appointment>{*id};
}

std::optional<Appointment> appointment_by_id(storage::Session& session, Id<Appointment> id) {
    return session.one(by_id_query, read_appointment, id);
}

std::vector<Appointment> appointments_of_person(storage::Session& session, Id<Person> person) {
    return session.all(of_person_query, read_appointment, person);
}

std::vector<Appointment> appointments_in_role(storage::Session& session, const Standing& standing) {
    const std::string body = standing.body.text();
    return session.all(in_role_query, read_appointment, body, name_of(standing.role));
}

std::vector<NamedAppointment> appointments_of_body(storage::Session& session, const Body& of) {
    const std::string body = of.text();
    auto read = [](const Row& row) {
        return NamedAppointment{read_appointment(row), row.string(9), row.string(10), row.string(11)};
    };
    return session.all(of_body_query, read, body);
}

void end_appointment(storage::Session& session, Id<Appointment> id, Instant now, Id<Person> by) {
    session.execute(end_query, id, now, known(by));
}

bool is_held_by_somebody(storage::Session& session, Role role, Day today) {
    require(role == Role::secretariat || role == Role::chair, "a role with one body");
    const std::string body = role == Role::chair ? "chair" : "secretariat";
    return session.number(held_query, name_of(role), body, today).has_value();
}

} // namespace poa::identity::store
