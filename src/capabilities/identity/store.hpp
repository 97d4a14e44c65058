// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of identity's tables to types and back; the SQL stands in the store*.cpp files. No rules here.

#include "capabilities/identity/actor.hpp"
#include "capabilities/identity/appointment.hpp"
#include "capabilities/identity/sign_in_limit.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::identity::store {

// people (store_people.cpp)

struct PersonRow {
    Id<Person> id;
    std::string email; ///< canonical
    std::string name;
    std::string language;
    std::string password_hash; ///< empty: none yet
    std::int64_t revision = 0;
};
[[nodiscard]] std::optional<PersonRow> person_by_email(storage::Session&, std::string_view canonical);
[[nodiscard]] std::optional<PersonRow> person_by_id(storage::Session&, Id<Person>);
[[nodiscard]] Id<Person> insert_person(storage::Session&, std::string_view email, std::string_view name,
                                       std::string_view language, Instant now, Id<Person> by);
void set_password(storage::Session&, Id<Person>, std::string_view hash, Instant now);
/// The same password under today's parameters.
void renew_hash(storage::Session&, Id<Person>, std::string_view hash);
/// False where the revision is not `revision` any more.
[[nodiscard]] bool set_profile(storage::Session&, Id<Person>, std::string_view name,
                               std::string_view language, std::int64_t revision);

// one-time links (store_people.cpp)

struct LinkRow {
    Id<Person> person;
    std::string purpose;
    Instant expires;
};
void insert_link(storage::Session&, const Sha256& token, Id<Person>, std::string_view purpose, Instant now,
                 Instant expires);
[[nodiscard]] std::optional<LinkRow> link_by_token(storage::Session&, const Sha256& token);
void delete_links_of(storage::Session&, Id<Person>);

// appointments (store_appointments.cpp)

[[nodiscard]] Id<Appointment> insert_appointment(storage::Session&, const WantedAppointment&,
                                                 std::string_view basis, Instant now, Id<Person> by);
[[nodiscard]] std::optional<Appointment> appointment_by_id(storage::Session&, Id<Appointment>);
[[nodiscard]] std::vector<Appointment> appointments_of_person(storage::Session&, Id<Person>);
[[nodiscard]] std::vector<Appointment> appointments_in_role(storage::Session&, const Standing&);
void end_appointment(storage::Session&, Id<Appointment>, Instant now, Id<Person> by);
[[nodiscard]] bool is_held_by_somebody(storage::Session&, Role, Day today);

/// An appointment with the name of who holds it.
struct NamedAppointment {
    Appointment appointment;
    std::string name;
    std::string email;
    std::string basis;
};
[[nodiscard]] std::vector<NamedAppointment> appointments_of_body(storage::Session&, const Body&);

// sign-in sessions and known browsers (store_sessions.cpp)

struct SessionRow {
    Id<SignInSession> id;
    Id<Person> person;
    std::string browser;
    Instant started;
    Instant last_used;
};
[[nodiscard]] Id<SignInSession> insert_session(storage::Session&, const Sha256& token, Id<Person>,
                                               std::string_view browser, Instant now);
[[nodiscard]] std::vector<SessionRow> sessions_of(storage::Session&, Id<Person>);
/// True where it was there and that person's.
bool delete_session(storage::Session&, Id<SignInSession>, Id<Person>);
void delete_session_by_token(storage::Session&, const Sha256& token);
/// How many went. `but` unknown: all.
std::int64_t delete_sessions_of(storage::Session&, Id<Person>, Id<SignInSession> but);
/// Those of that person past their limits.
void delete_stale_sessions(storage::Session&, Id<Person>, Instant now);
void set_last_used(storage::Session&, Id<SignInSession>, Instant now);

/// A session, its person, and the standings that hold today.
struct SignedInRow {
    SessionRow session;
    std::string name;
    std::string language;
    std::vector<Standing> standings;
};
/// One query over two unique keys and the appointments of one person.
[[nodiscard]] std::optional<SignedInRow> signed_in_by_token(storage::Session&, const Sha256& token,
                                                            Day today);

[[nodiscard]] bool is_known_browser(storage::Session&, Id<Person>, const Sha256& token, Instant now);
/// Adds or renews; drops those too old or too many.
void remember_browser(storage::Session&, Id<Person>, const Sha256& token, Instant now);
/// `but` empty: all.
void forget_browsers(storage::Session&, Id<Person>, const std::optional<Sha256>& but);

// failures to sign in (store_failures.cpp)

/// What stands for "all accounts" and "all clients".
inline constexpr Sha256 all_of_them{};
[[nodiscard]] Failures failures_of(storage::Session&, const Sha256& account, const Sha256& client);
void put_failures(storage::Session&, const Sha256& account, const Sha256& client, const Failures&);
void forget_failures(storage::Session&, const Sha256& account, const Sha256& client);
/// One more failure of everybody together; gives how many there were within the day that began with the
/// first.
[[nodiscard]] std::int64_t count_failure_of_all(storage::Session&, Instant now);
/// Drops what is forgotten anyway.
void drop_forgotten_failures(storage::Session&, Instant now);
/// Keeps the newest `limits_kept_max`.
void drop_oldest_failures(storage::Session&);

} // namespace poa::identity::store
