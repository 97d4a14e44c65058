// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.change_password";

Refusal wrong_password() {
    Refusal wrong{Refusal::Kind::bad_input, {}};
    wrong.add_field("password", "identity.wrong_password");
    return wrong;
}

} // namespace

const Input<ChangePassword>& input_of(Of<ChangePassword>) {
    static const auto input =
        Input<ChangePassword>(std::string(command))
            .secret("password", &ChangePassword::password, {.label = N_("Present password")})
            .secret("new_password", &ChangePassword::new_password,
                    {.label = new_password_label, .hint = new_password_hint}, true);
    return input;
}

Result<void> prepare(const Preparing& with, const Actor& actor, ChangePassword& request) {
    if (auto permit = permissions().check(command, actor); !permit) return refuse(permit.error());
    auto attempt = with.database.read([&](storage::Session& session) -> Result<Attempt> {
        Attempt found = attempt_signed_in(session, actor);
        if (auto no = check_wait(session, found, with.now)) return refuse(*no);
        return found;
    });
    if (!attempt) return refuse(attempt.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_new_password(request.new_password, attempt->person->email, attempt->person->name, "new_password",
                       problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    request.checked = check_password(with.hashing, *attempt, request.password);
    if (request.checked->matches) request.hash = with.hashing.hash(request.new_password);
    return {};
}

Result<std::variant<ChangedPassword, Refusal>> change_password(ledger::Work& work, const Actor& actor,
                                                               const ChangePassword& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    require(request.checked.has_value(), "a password that was prepared");
    storage::Session& session = work.session();
    Attempt attempt = attempt_signed_in(session, actor);
    if (auto no = check_wait(session, attempt, work.now())) return refuse(*no);
    if (auto no = check_unchanged(attempt, *request.checked)) return refuse(*no);
    if (!request.checked->matches) {
        keep_failure(work, attempt, "identity.change_password_failed");
        return wrong_password();
    }

    require(request.hash.has_value(), "a new password that was prepared");
    keep_success(work, attempt, {});
    store::set_password(session, actor.person(), *request.hash, work.now());
    store::delete_links_of(session, actor.person());
    store::forget_browsers(session, actor.person(),
                           digest_of_token(request.client.known_browser_token.reveal()));
    ChangedPassword changed{store::delete_sessions_of(session, actor.person(), actor.session())};
    ledger::Entry entry = account_entry(std::string(command), actor.person());
    entry.facts = {{"sessions_ended", std::to_string(changed.sessions_ended)}};
    work.record(entry);
    return changed;
}

} // namespace poa::identity
