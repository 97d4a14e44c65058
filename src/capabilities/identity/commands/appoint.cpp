// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointing.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.appoint";

} // namespace

const Input<Appoint>& input_of(Of<Appoint>) {
    static const auto input =
        Input<Appoint>(std::string(command))
            .email("email", &Appoint::email, {.label = email_label})
            .choice("role", &Appoint::role, {.label = role_label, .choices = role_choices()})
            .line("body", &Appoint::body, {.label = body_label, .hint = body_hint})
            .day("from", &Appoint::from, {.label = from_label, .hint = from_hint, .required = false})
            .day("to", &Appoint::to, {.label = to_label, .hint = to_hint, .required = false})
            .line("basis", &Appoint::basis, {.label = basis_label, .hint = basis_hint, .required = false});
    return input;
}

Result<Appointed> appoint(ledger::Work& work, const Actor& actor, const Appoint& request,
                          const Bodies& bodies) {
    AppointmentFields fields{request.role, request.body, request.from, request.to, request.basis};
    auto permit = permissions().check(command, actor, body_asked(fields));
    if (!permit) return refuse(permit.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto email = EmailAddress::parse(request.email);
    if (!email) problems.reasons = email.error().reasons;
    auto asked = read_asked(work, fields, bodies, problems);
    if (!asked) return refuse(std::move(problems));
    auto person = store::person_by_email(work.session(), email->canonical());
    if (!person) {
        Refusal nobody{Refusal::Kind::not_found, {}};
        nobody.add_field("email", "identity.no_such_person");
        return refuse(std::move(nobody));
    }

    auto appointment = carry_out(work, actor, person->id, *asked);
    if (!appointment) return refuse(appointment.error());
    work.record(appointment_entry(std::string(command), actor, *permit, *asked, *person));
    return Appointed{*appointment, person->id};
}

} // namespace poa::identity
