// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointing.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.end_appointment";

Refusal may_not(const Standing& standing) {
    return Refusal::because(Refusal::Kind::not_permitted, "identity.may_not_appoint")
        .with("role", std::string(name_of(standing.role)))
        .with("body", standing.body.text());
}

} // namespace

const Input<EndAppointment>& input_of(Of<EndAppointment>) {
    static const auto input =
        Input<EndAppointment>(std::string(command)).id("appointment", &EndAppointment::appointment);
    return input;
}

Result<EndedAppointment> end_appointment(ledger::Work& work, const Actor& actor,
                                         const EndAppointment& request) {
    storage::Session& session = work.session();
    auto appointment = store::appointment_by_id(session, request.appointment);
    auto of = appointment ? std::optional(appointment->standing.body) : std::nullopt;
    auto permit = permissions().check(command, actor, of);
    // Whoever may not know of it is told the same whether or not it is there.
    if (!permit && (!actor.is_signed_in() || !actor.has(Role::head_of_delegation)))
        return refuse(permit.error());
    if (!permit || !appointment) return refuse(Refusal::Kind::not_found, "identity.no_such_appointment");
    auto as = appointing_standing(actor, appointment->standing);
    if (!as) return refuse(may_not(appointment->standing));
    if (std::holds_alternative<Ended>(stage_on(*appointment, Day::of(work.now()))))
        return refuse(Refusal::Kind::conflict, "identity.already_ended");

    store::end_appointment(session, appointment->id, work.now(), actor.person());
    auto who = store::person_by_id(session, appointment->person);
    require(who.has_value(), "an appointment is somebody's");
    AskedAppointment ended{appointment->standing, appointment->from, Day::of(work.now()), {}};
    work.record(appointment_entry(std::string(command), actor, Permit{as->role, as->body}, ended, *who));
    return EndedAppointment{appointment->id};
}

} // namespace poa::identity
