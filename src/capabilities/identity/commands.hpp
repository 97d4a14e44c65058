// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands of identity, one file a verb in commands/. A face calls them so:
//
// clang-format off
//   auto request = input_of(Of<Appoint>{}).parse(values);     // field problems
//   auto done = database.write([&](storage::Session& session) {
//       ledger::Work work(session, clock.now());
//       return appoint(work, actor, *request, bodies);        // a refusal rolls back
//   });
//
// Where a password is hashed there is a step before, because Argon2id takes milliseconds and megabytes and
// there is one writer. The request is prepared outside any transaction, the command then checks that what was
// read still holds:
//
//   request->client = ...;                                    // what the browser sent
//   auto ready = prepare({database, hashing, clock.now()}, actor, *request);
//   if (!ready) return ready.error();
//   auto done = database.write(... sign_in(work, actor, *request) ...);
// clang-format on
//
// sign_in and change_password give an outcome that may be a refusal *with something to keep*: the failure is
// counted and recorded, so the transaction must commit. They return Result<variant<X, Refusal>>; the face
// answers an inner refusal like an outer one.

#include "base/bytes.hpp"
#include "base/input.hpp"
#include "base/refusal.hpp"
#include "capabilities/identity/actor.hpp"
#include "capabilities/identity/bodies.hpp"
#include "capabilities/identity/password.hpp"
#include "capabilities/ledger/ledger.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace poa::identity {

/// The declarations of all commands, for routes, reference pages and the walk over permissions.
[[nodiscard]] std::vector<const InputSpec*> commands();

struct Preparing {
    storage::Database& database;
    PasswordHashing& hashing; ///< one for the process
    Instant now;
};

/// What the browser sent besides the form. Faces fill it in; it is no field.
struct Client {
    std::string address;        ///< of the network; not kept (sign_in_limit.hpp)
    Secret session_token;       ///< of a sign-in this browser still holds; ended by the new one
    Secret known_browser_token; ///< from the cookie known_browser_cookie(email)
    std::string user_agent;
};
/// The cookie for the token by which an account knows a browser again: one for each account, so that two
/// people at one machine do not forget each other. Nothing where the e-mail address is none.
[[nodiscard]] std::string known_browser_cookie(std::string_view email);

/// What preparing found of a present password.
struct CheckedPassword {
    std::string against; ///< the hash it was compared with; empty: none
    bool matches = false;
    std::optional<std::string> renewed; ///< its hash under today's parameters, where those have changed
};

/// A token that is shown once, to be handed on: there is no mail yet.
struct OneTimeLink {
    Secret token; ///< the face makes an address of it
    Instant expires;
    Id<Person> person;
};

// --- accounts
// -------------------------------------------------------------------------------------------------------

/// By the command line: the first account of the secretariat, with a password or else with a one-time link.
struct CreateFirstAccount {
    std::string email;
    std::string name;
    std::string language = "en";
    Secret new_password;             ///< empty: give a link
    bool again = false;              ///< although the secretariat has an account
    std::string reason;              ///< needed with `again`; goes into the journal
    std::optional<std::string> hash; ///< by prepare, where there is a password
};
const Input<CreateFirstAccount>& input_of(Of<CreateFirstAccount>);
Result<void> prepare(const Preparing&, const Actor&, CreateFirstAccount&);
struct FirstAccount {
    Id<Person> person;
    std::optional<OneTimeLink> link;
};
/// Refuses: identity.secretariat_exists (conflict) without `again`; identity.reason_needed;
/// identity.person_exists (conflict); problems of password and e-mail address.
Result<FirstAccount> create_first_account(ledger::Work&, const Actor&, const CreateFirstAccount&);

/// A new person with a first appointment, and the link to begin with.
struct InvitePerson {
    std::string email;
    std::string name;
    std::string language = "en";
    std::string role;
    std::string body;        ///< "state:FRA"
    std::optional<Day> from; ///< today where not said
    std::optional<Day> to;
    std::string basis;
};
const Input<InvitePerson>& input_of(Of<InvitePerson>);
/// Refuses what `appoint` refuses, and identity.person_exists (conflict): appoint that person instead.
Result<OneTimeLink> invite_person(ledger::Work&, const Actor&, const InvitePerson&, const Bodies&);

/// Sets the password by a one-time link, of an invitation or a reset. Ends all sign-ins of that person and
/// forgets the browsers the account knows.
struct AcceptInvitation {
    Secret token;
    Secret new_password;
    std::optional<std::string> hash; ///< by prepare
};
const Input<AcceptInvitation>& input_of(Of<AcceptInvitation>);
/// Refuses identity.link_unknown (not_found) alike for links never made, used, withdrawn and expired.
Result<void> prepare(const Preparing&, const Actor&, AcceptInvitation&);
struct AcceptedInvitation {
    Id<Person> person;
    std::string email; ///< to fill in the sign-in form
};
Result<AcceptedInvitation> accept_invitation(ledger::Work&, const Actor&, const AcceptInvitation&);

/// A link by which a person sets a new password; the present one stays until then. Earlier links end.
struct ResetPasswordLink {
    std::string email;
};
const Input<ResetPasswordLink>& input_of(Of<ResetPasswordLink>);
/// Refuses identity.no_such_person (not_found).
Result<OneTimeLink> reset_password_link(ledger::Work&, const Actor&, const ResetPasswordLink&);

struct ChangePassword {
    Secret password; ///< the present one
    Secret new_password;
    Client client;                          ///< known_browser_token: the browser at hand stays known
    std::optional<CheckedPassword> checked; ///< by prepare
    std::optional<std::string> hash;
};
const Input<ChangePassword>& input_of(Of<ChangePassword>);
/// Refuses identity.try_later (too_many; seconds), problems of the new password.
Result<void> prepare(const Preparing&, const Actor&, ChangePassword&);
struct ChangedPassword {
    std::int64_t sessions_ended = 0; ///< all others of that person
};
/// Inner refusal: identity.wrong_password (field "password").
Result<std::variant<ChangedPassword, Refusal>> change_password(ledger::Work&, const Actor&,
                                                               const ChangePassword&);

struct ChangeProfile {
    std::string name;
    std::string language;
    std::int64_t revision = 0; ///< as the form was drawn from
};
const Input<ChangeProfile>& input_of(Of<ChangeProfile>);
struct ChangedProfile {
    std::int64_t revision = 0;
};
/// Refuses identity.changed_meanwhile (conflict).
Result<ChangedProfile> change_profile(ledger::Work&, const Actor&, const ChangeProfile&);

// --- signing in and out
// ---------------------------------------------------------------------------------------------

struct SignIn {
    std::string email;
    Secret password;
    Client client;
    std::optional<CheckedPassword> checked; ///< by prepare
};
const Input<SignIn>& input_of(Of<SignIn>);
/// Refuses identity.try_later (too_many; seconds). Works as long for an unknown account as for a known one.
Result<void> prepare(const Preparing&, const Actor&, SignIn&);
struct SignedIn {
    Id<Person> person;
    Id<SignInSession> session;
    Secret session_token; ///< for a cookie: HttpOnly, Secure, SameSite=Lax
    /// For the cookie known_browser_cookie(email), kept known_browser_seconds_max; none where the browser has
    /// one.
    std::optional<Secret> known_browser_token;
};
/// Inner refusal: identity.sign_in_failed (not_signed_in), alike for a wrong password and an unknown account.
/// Outer: identity.try_later, identity.changed_meanwhile.
Result<std::variant<SignedIn, Refusal>> sign_in(ledger::Work&, const Actor&, const SignIn&);

struct SignOut {};
const Input<SignOut>& input_of(Of<SignOut>);
struct SignedOut {};
Result<SignedOut> sign_out(ledger::Work&, const Actor&, const SignOut&);

struct RevokeSession {
    Id<SignInSession> session;
};
const Input<RevokeSession>& input_of(Of<RevokeSession>);
/// Refuses identity.no_such_session (not_found), alike for another person's.
Result<SignedOut> revoke_session(ledger::Work&, const Actor&, const RevokeSession&);

struct RevokeOtherSessions {
    Client client; ///< known_browser_token: the browser at hand stays known
};
const Input<RevokeOtherSessions>& input_of(Of<RevokeOtherSessions>);
struct RevokedSessions {
    std::int64_t count = 0;
};
/// Also forgets the browsers the account knows, but the one at hand.
Result<RevokedSessions> revoke_other_sessions(ledger::Work&, const Actor&, const RevokeOtherSessions&);

// --- appointments
// ---------------------------------------------------------------------------------------------------

struct Appoint {
    std::string email; ///< of a person who has an account
    std::string role;
    std::string body;        ///< "state:FRA"
    std::optional<Day> from; ///< today where not said
    std::optional<Day> to;
    std::string basis; ///< the credentials or the decision; needed for heads of delegation and Chairs
};
const Input<Appoint>& input_of(Of<Appoint>);
struct Appointed {
    Id<Appointment> appointment;
    Id<Person> person;
};
/// Refuses what check_appointment refuses (appointment.hpp); identity.no_such_person (not_found, field
/// "email"), identity.body_unknown (field "body"), identity.basis_needed (field "basis").
Result<Appointed> appoint(ledger::Work&, const Actor&, const Appoint&, const Bodies&);

struct EndAppointment {
    Id<Appointment> appointment;
};
const Input<EndAppointment>& input_of(Of<EndAppointment>);
struct EndedAppointment {
    Id<Appointment> appointment;
};
/// At once. Refuses identity.no_such_appointment (not_found), identity.may_not_appoint (not_permitted),
/// identity.already_ended (conflict).
Result<EndedAppointment> end_appointment(ledger::Work&, const Actor&, const EndAppointment&);

} // namespace poa::identity
