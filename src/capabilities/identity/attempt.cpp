// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"

#include "base/require.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

constexpr std::int64_t failures_between_sweeps = 256;

std::string_view name_of(ClientKey::Kind kind) {
    switch (kind) {
    case ClientKey::Kind::known_browser:
        return "known_browser";
    case ClientKey::Kind::network:
        return "network";
    case ClientKey::Kind::session:
        return "session";
    }
    return "network";
}

bool counts_over_all(const ClientKey& client) {
    return client.kind() == ClientKey::Kind::network;
}

Failures add_failure(storage::Session& session, const Sha256& account, const Sha256& client, Instant now) {
    Failures failures = one_more(store::failures_of(session, account, client), now);
    store::put_failures(session, account, client, failures);
    return failures;
}

} // namespace

Attempt attempt_at_door(storage::Session& session, const EmailAddress& email, const Client& client,
                        Instant now) {
    auto person = store::person_by_email(session, email.canonical());
    auto token = digest_of_token(client.known_browser_token.reveal());
    // An unknown account is asked about its browsers like any other: the same queries for both.
    bool known = token && store::is_known_browser(session, person ? person->id : Id<Person>(), *token, now);
    ClientKey key = known ? ClientKey::known_browser(*token) : ClientKey::network(client.address);
    return {email.digest(), key, std::move(person)};
}

Attempt attempt_signed_in(storage::Session& session, const Actor& actor) {
    auto person = store::person_by_id(session, actor.person());
    require(person.has_value(), "who is signed in has an account");
    Sha256 account = sha256(person->email);
    return {account, ClientKey::session(actor.session().number), std::move(person)};
}

std::optional<Refusal> check_wait(storage::Session& session, const Attempt& attempt, Instant now) {
    const Sha256& client = attempt.client.digest();
    std::int64_t seconds =
        seconds_to_wait(store::failures_of(session, attempt.account, client), pair_rule, now);
    if (counts_over_all(attempt.client)) {
        Failures all = store::failures_of(session, store::all_of_them, client);
        seconds = std::max(seconds, seconds_to_wait(all, client_rule, now));
    }
    if (seconds == 0) return std::nullopt;
    return Refusal::because(Refusal::Kind::too_many, "identity.try_later")
        .with("seconds", std::to_string(seconds));
}

CheckedPassword check_password(PasswordHashing& hashing, const Attempt& attempt, const Secret& password) {
    CheckedPassword checked;
    if (attempt.person) checked.against = attempt.person->password_hash;
    checked.matches = hashing.matches(password, checked.against);
    if (checked.matches && hashing.is_outdated(checked.against)) checked.renewed = hashing.hash(password);
    return checked;
}

std::optional<Refusal> check_unchanged(const Attempt& attempt, const CheckedPassword& checked) {
    std::string_view now_stored = attempt.person ? std::string_view(attempt.person->password_hash) : "";
    if (now_stored == checked.against) return std::nullopt;
    return Refusal::because(Refusal::Kind::conflict, "identity.changed_meanwhile");
}

void keep_failure(ledger::Work& work, const Attempt& attempt, std::string_view act) {
    storage::Session& session = work.session();
    const Sha256& client = attempt.client.digest();
    Failures failures = add_failure(session, attempt.account, client, work.now());
    if (counts_over_all(attempt.client)) add_failure(session, store::all_of_them, client, work.now());
    std::int64_t today = store::count_failure_of_all(session, work.now());
    if (today % failures_between_sweeps == 0) {
        store::drop_forgotten_failures(session, work.now());
        store::drop_oldest_failures(session);
    }
    if (!is_journal_step(failures.count, today)) return;
    ledger::Entry entry = account_entry(std::string(act), attempt.person ? attempt.person->id : Id<Person>());
    entry.facts = {{"client", std::string(name_of(attempt.client.kind()))},
                   {"failures", std::to_string(failures.count)},
                   {"failures_of_all", std::to_string(today)}};
    // Of an unknown account not even the name is kept: people type passwords there.
    if (attempt.person) entry.sealed.emplace_back("email", attempt.person->email);
    work.record(entry);
}

void keep_success(ledger::Work& work, const Attempt& attempt, const CheckedPassword& checked) {
    store::forget_failures(work.session(), attempt.account, attempt.client.digest());
    if (checked.renewed) store::renew_hash(work.session(), attempt.person->id, *checked.renewed);
}

ledger::Entry account_entry(std::string act, Id<Person> person) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = "platform";
    entry.subject = "accounts";
    entry.audience = Audience::own_delegation;
    entry.person = person.number;
    return entry;
}

} // namespace poa::identity
