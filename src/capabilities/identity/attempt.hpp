// SPDX-License-Identifier: Apache-2.0
#pragma once
// A try to give a password: whether it is read, and what is kept when it fails. The rules are in
// sign_in_limit.hpp.

#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/identity/sign_in_limit.hpp"
#include "capabilities/identity/store.hpp"

#include <optional>
#include <string>

namespace poa::identity {

struct Attempt {
    Sha256 account; ///< digest of the e-mail address, whether or not there is such an account
    ClientKey client;
    std::optional<store::PersonRow> person;
};
/// For somebody at the door: the browser counts as known only where this account knows it.
[[nodiscard]] Attempt attempt_at_door(storage::Session& session, const EmailAddress& email,
                                      const Client& client, Instant now);
/// For somebody signed in who is asked for the present password again.
[[nodiscard]] Attempt attempt_signed_in(storage::Session& session, const Actor& actor);

/// The refusal identity.try_later while this client has to wait.
[[nodiscard]] std::optional<Refusal> check_wait(storage::Session& session, const Attempt& attempt,
                                                Instant now);
/// The work of comparing, the same for every account; outside any transaction.
[[nodiscard]] CheckedPassword check_password(PasswordHashing& hashing, const Attempt& attempt,
                                             const Secret& password);
/// The refusal identity.changed_meanwhile where the password is not the one that was compared any more.
[[nodiscard]] std::optional<Refusal> check_unchanged(const Attempt& attempt, const CheckedPassword& checked);

/// Counts, and records `act` (identity.sign_in_failed ...) where the steps say so.
void keep_failure(ledger::Work& work, const Attempt& attempt, std::string_view act);
/// The password was right: this client starts anew with this account.
void keep_success(ledger::Work& work, const Attempt& attempt, const CheckedPassword& checked);

/// An entry about somebody's account: nobody's business but the person's and the auditor's, so the narrowest
/// audience and nobody named in what others may read.
[[nodiscard]] ledger::Entry account_entry(std::string act, Id<Person> person);

} // namespace poa::identity
