// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointing.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.reset_password_link";

/// The body the person acts for: its delegation can see in its own record that a link was made.
std::string body_of(storage::Session& session, Id<Person> person, Day today) {
    for (const Appointment& appointment : store::appointments_of_person(session, person))
        if (is_current(appointment, today)) return appointment.standing.body.text();
    return "accounts";
}

} // namespace

const Input<ResetPasswordLink>& input_of(Of<ResetPasswordLink>) {
    static const auto input = Input<ResetPasswordLink>(std::string(command))
                                  .email("email", &ResetPasswordLink::email, {.label = email_label});
    return input;
}

Result<OneTimeLink> reset_password_link(ledger::Work& work, const Actor& actor,
                                        const ResetPasswordLink& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    auto email = EmailAddress::parse(request.email);
    if (!email) return refuse(email.error());
    auto person = store::person_by_email(work.session(), email->canonical());
    if (!person) {
        Refusal nobody{Refusal::Kind::not_found, {}};
        nobody.add_field("email", "identity.no_such_person");
        return refuse(std::move(nobody));
    }

    OneTimeLink link = make_link(work, person->id, "password_reset");
    ledger::Entry entry;
    entry.act = command;
    entry.on_behalf = permit->on_behalf();
    entry.subject = body_of(work.session(), person->id, Day::of(work.now()));
    entry.audience = Audience::own_delegation;
    entry.facts = {{"expires", iso(link.expires)}};
    entry.sealed = {{"for", std::to_string(person->id.number)}, {"email", person->email}};
    entry.person = actor.person().number;
    work.record(entry);
    return link;
}

} // namespace poa::identity
