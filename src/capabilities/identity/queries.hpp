// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be asked of identity.

#include "base/refusal.hpp"
#include "capabilities/identity/actor.hpp"
#include "capabilities/identity/appointment.hpp"
#include "capabilities/identity/bodies.hpp"
#include "capabilities/identity/people.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::identity {

/// Who sent the request.
struct Recognised {
    Actor actor;
    /// The last use is to be written down: call `note_use` in a write of its own, after the answer.
    bool use_due = false;
};
/// The actor behind a session token; nothing where there is no live session. Every signed-in request asks
/// this: one query by unique keys.
[[nodiscard]] std::optional<Recognised> recognise(storage::Session& session, const Bodies& bodies,
                                                  std::string_view session_token, Instant now);
/// No act: nobody is told, no journal entry.
void note_use(storage::Session& session, Id<SignInSession> of, Instant now);

/// The account page.
struct Account {
    std::string email;
    std::string name;
    std::string language;
    bool has_password = false;
    std::int64_t revision = 0;             ///< for change_profile
    std::vector<Appointment> appointments; ///< by first day; all stages
};
/// One's own; nothing for who is not signed in.
[[nodiscard]] std::optional<Account> my_account(storage::Session& session, const Actor& actor);

struct LiveSession {
    Id<SignInSession> id;
    std::string browser;
    Instant started;
    Instant last_used; ///< to five minutes
    bool is_this_one = false;
};
/// One's own, last used first.
[[nodiscard]] std::vector<LiveSession> my_sessions(storage::Session& session, const Actor& actor,
                                                   Instant now);

/// An appointment to a body. Who holds it is told to those who act for the body and to the secretariat.
struct BodyAppointment {
    Id<Appointment> id;
    Role role;
    Day from;
    std::optional<Day> to;
    AppointmentStage stage;
    std::string name; ///< empty: not for this reader
    std::string email;
    std::string basis;
    bool may_end = false; ///< offer to end it
};
/// Refuses (not_found, identity.no_such_body) readers who are neither Member States nor of the body.
[[nodiscard]] Result<std::vector<BodyAppointment>>
appointments_of(storage::Session& session, const Actor& actor, const Body& body, Day today);

} // namespace poa::identity
