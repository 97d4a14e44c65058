// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/identity/appointing.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.create_first_account";

std::optional<Refusal> check_needed(storage::Session& session, const CreateFirstAccount& request, Day today) {
    if (!store::is_held_by_somebody(session, Role::secretariat, today)) return std::nullopt;
    if (!request.again) return Refusal::because(Refusal::Kind::conflict, "identity.secretariat_exists");
    if (!trim(request.reason).empty()) return std::nullopt;
    Refusal needed{Refusal::Kind::bad_input, {}};
    needed.add_field("reason", "identity.reason_needed");
    return needed;
}

} // namespace

const Input<CreateFirstAccount>& input_of(Of<CreateFirstAccount>) {
    static const auto input =
        Input<CreateFirstAccount>(std::string(command))
            .email("email", &CreateFirstAccount::email, {.label = email_label})
            .line("name", &CreateFirstAccount::name, {.label = name_label})
            .choice("language", &CreateFirstAccount::language,
                    {.label = language_label, .required = false, .choices = language_choices()})
            .secret("new_password", &CreateFirstAccount::new_password,
                    {.label = new_password_label, .hint = new_password_hint, .required = false}, true)
            .tick("again", &CreateFirstAccount::again,
                  {.label = N_("Although the secretariat has an account")})
            .line("reason", &CreateFirstAccount::reason, {.label = N_("Reason"), .required = false});
    return input;
}

Result<void> prepare(const Preparing& with, const Actor& actor, CreateFirstAccount& request) {
    if (auto permit = permissions().check(command, actor); !permit) return refuse(permit.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (request.new_password.empty()) return {};
    check_new_password(request.new_password, request.email, request.name, "new_password", problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    request.hash = with.hashing.hash(request.new_password);
    return {};
}

Result<FirstAccount> create_first_account(ledger::Work& work, const Actor& actor,
                                          const CreateFirstAccount& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    auto email = EmailAddress::parse(request.email);
    if (!email) return refuse(email.error());
    storage::Session& session = work.session();
    Day today = Day::of(work.now());
    if (auto no = check_needed(session, request, today)) return refuse(*no);
    if (store::person_by_email(session, email->canonical()))
        return refuse(Refusal::Kind::conflict, "identity.person_exists");

    FirstAccount made;
    made.person = store::insert_person(session, email->canonical(), request.name, request.language,
                                       work.now(), actor.person());
    AskedAppointment asked{{Role::secretariat, Body::secretariat()}, today, std::nullopt, request.reason};
    (void)store::insert_appointment(session, {made.person, asked.standing, asked.from, asked.to}, asked.basis,
                                    work.now(), actor.person());
    require(request.new_password.empty() == !request.hash, "a password that was prepared");
    if (request.hash)
        store::set_password(session, made.person, *request.hash, work.now());
    else
        made.link = make_link(work, made.person, "invitation");

    ledger::Entry entry = appointment_entry(std::string(command), actor, *permit, asked,
                                            {made.person, email->canonical(), request.name, {}, {}, 0});
    entry.facts.emplace_back("again", request.again ? "yes" : "no");
    entry.facts.emplace_back("reason", request.reason);
    work.record(entry);
    return made;
}

} // namespace poa::identity
