// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointing.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.invite_person";

} // namespace

const Input<InvitePerson>& input_of(Of<InvitePerson>) {
    static const auto input =
        Input<InvitePerson>(std::string(command))
            .email("email", &InvitePerson::email, {.label = email_label})
            .line("name", &InvitePerson::name, {.label = name_label})
            .choice("language", &InvitePerson::language,
                    {.label = language_label, .required = false, .choices = language_choices()})
            .choice("role", &InvitePerson::role, {.label = role_label, .choices = role_choices()})
            .line("body", &InvitePerson::body, {.label = body_label, .hint = body_hint})
            .day("from", &InvitePerson::from, {.label = from_label, .hint = from_hint, .required = false})
            .day("to", &InvitePerson::to, {.label = to_label, .hint = to_hint, .required = false})
            .line("basis", &InvitePerson::basis,
                  {.label = basis_label, .hint = basis_hint, .required = false});
    return input;
}

Result<OneTimeLink> invite_person(ledger::Work& work, const Actor& actor, const InvitePerson& request,
                                  const Bodies& bodies) {
    AppointmentFields fields{request.role, request.body, request.from, request.to, request.basis};
    auto permit = permissions().check(command, actor, body_asked(fields));
    if (!permit) return refuse(permit.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto email = EmailAddress::parse(request.email);
    if (!email) problems.reasons = email.error().reasons;
    auto asked = read_asked(work, fields, bodies, problems);
    if (!asked) return refuse(std::move(problems));
    storage::Session& session = work.session();
    if (store::person_by_email(session, email->canonical())) {
        Refusal exists{Refusal::Kind::conflict, {}};
        exists.add_field("email", "identity.person_exists");
        return refuse(std::move(exists));
    }

    Id<Person> person = store::insert_person(session, email->canonical(), request.name, request.language,
                                             work.now(), actor.person());
    if (auto done = carry_out(work, actor, person, *asked); !done) return refuse(done.error());
    OneTimeLink link = make_link(work, person, "invitation");
    work.record(appointment_entry(std::string(command), actor, *permit, *asked,
                                  {person, email->canonical(), request.name, {}, {}, 0}));
    return link;
}

} // namespace poa::identity
