// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.sign_in";

/// One session a browser: the one it held ends, so that a token planted before signing in is worth nothing
/// after.
SignedIn begin_session(ledger::Work& work, Id<Person> person, const Client& client) {
    storage::Session& session = work.session();
    if (auto old = digest_of_token(client.session_token.reveal()))
        store::delete_session_by_token(session, *old);
    store::delete_stale_sessions(session, person, work.now());
    SignedIn signed_in{person, {}, make_token(), std::nullopt};
    signed_in.session = store::insert_session(session, sha256(signed_in.session_token.reveal()), person,
                                              label_of_browser(client.user_agent), work.now());
    return signed_in;
}

/// A browser that the account does not know gets a token of ours, never one it brought.
void know_browser(ledger::Work& work, const Attempt& attempt, const Client& client, SignedIn& signed_in) {
    Sha256 digest{};
    if (attempt.client.kind() == ClientKey::Kind::known_browser) {
        digest = sha256(client.known_browser_token.reveal());
    } else {
        signed_in.known_browser_token = make_token();
        digest = sha256(signed_in.known_browser_token->reveal());
    }
    store::remember_browser(work.session(), signed_in.person, digest, work.now());
}

} // namespace

std::string known_browser_cookie(std::string_view email) {
    auto address = EmailAddress::parse(email);
    return address ? "poa_browser_" + address->digest().hex().substr(0, 12) : std::string();
}

const Input<SignIn>& input_of(Of<SignIn>) {
    static const auto input = Input<SignIn>(std::string(command))
                                  .email("email", &SignIn::email, {.label = email_label})
                                  .secret("password", &SignIn::password, {.label = N_("Password")});
    return input;
}

Result<void> prepare(const Preparing& with, const Actor& actor, SignIn& request) {
    if (auto permit = permissions().check(command, actor); !permit) return refuse(permit.error());
    auto email = EmailAddress::parse(request.email);
    if (!email) return refuse(email.error());
    auto attempt = with.database.read([&](storage::Session& session) -> Result<Attempt> {
        Attempt found = attempt_at_door(session, *email, request.client, with.now);
        if (auto no = check_wait(session, found, with.now)) return refuse(*no);
        return found;
    });
    if (!attempt) return refuse(attempt.error());
    request.checked = check_password(with.hashing, *attempt, request.password);
    return {};
}

Result<std::variant<SignedIn, Refusal>> sign_in(ledger::Work& work, const Actor& actor,
                                                const SignIn& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    require(request.checked.has_value(), "a password that was prepared");
    auto email = EmailAddress::parse(request.email);
    require(email.has_value(), "an e-mail address that was prepared");
    Attempt attempt = attempt_at_door(work.session(), *email, request.client, work.now());
    // Others may have tried since this try was prepared; their failures count before its answer is told.
    if (auto no = check_wait(work.session(), attempt, work.now())) return refuse(*no);
    if (auto no = check_unchanged(attempt, *request.checked)) return refuse(*no);
    if (!request.checked->matches) {
        keep_failure(work, attempt, "identity.sign_in_failed");
        return Refusal::because(Refusal::Kind::not_signed_in, "identity.sign_in_failed");
    }

    keep_success(work, attempt, *request.checked);
    SignedIn signed_in = begin_session(work, attempt.person->id, request.client);
    know_browser(work, attempt, request.client, signed_in);
    ledger::Entry entry = account_entry(std::string(command), signed_in.person);
    entry.facts = {{"browser", label_of_browser(request.client.user_agent)},
                   {"known_browser", signed_in.known_browser_token ? "no" : "yes"}};
    entry.sealed = {{"email", email->canonical()}};
    work.record(entry);
    return signed_in;
}

} // namespace poa::identity
