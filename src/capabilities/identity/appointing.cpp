// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointing.hpp"

#include "base/text.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

std::optional<Body> read_body(std::string_view text, const Bodies& bodies, Day today) {
    auto body = Body::parse(text);
    if (!body || !bodies.is_known(*body, today)) return std::nullopt;
    return body;
}

} // namespace

std::optional<Body> body_asked(const AppointmentFields& fields) {
    return Body::parse(fields.body);
}

std::optional<AskedAppointment> read_asked(ledger::Work& work, const AppointmentFields& fields,
                                           const Bodies& bodies, Refusal& problems) {
    auto role = parse_role(fields.role);
    Day today = Day::of(work.now());
    auto body = read_body(fields.body, bodies, today);
    if (!role || !body_kind_of(*role)) problems.add_field("role", "input.not_a_choice");
    if (!body) problems.add_field("body", "identity.body_unknown");
    if (role && needs_basis(*role) && trim(fields.basis).empty())
        problems.add_field("basis", "identity.basis_needed");
    if (!problems.reasons.empty()) return std::nullopt;
    return AskedAppointment{{*role, *body}, fields.from.value_or(today), fields.to, fields.basis};
}

Result<Id<Appointment>> carry_out(ledger::Work& work, const Actor& actor, Id<Person> person,
                                  const AskedAppointment& asked) {
    storage::Session& session = work.session();
    WantedAppointment wanted{person, asked.standing, asked.from, asked.to};
    auto of_person = store::appointments_of_person(session, person);
    auto heads = store::appointments_in_role(session, {Role::head_of_delegation, asked.standing.body});
    if (auto no = check_appointment(actor, wanted, Day::of(work.now()), of_person, heads)) return refuse(*no);
    return store::insert_appointment(session, wanted, asked.basis, work.now(), actor.person());
}

ledger::Entry appointment_entry(std::string act, const Actor& actor, const Permit& permit,
                                const AskedAppointment& asked, const store::PersonRow& who) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = asked.standing.body.text();
    entry.audience = Audience::member_states;
    entry.facts = {{"role", std::string(name_of(asked.standing.role))},
                   {"body", entry.subject},
                   {"from", asked.from.iso()},
                   {"to", asked.to ? asked.to->iso() : ""}};
    entry.sealed = {
        {"appointed", std::to_string(who.id.number)}, {"email", who.email}, {"basis", asked.basis}};
    entry.person = actor.person().number;
    return entry;
}

OneTimeLink make_link(ledger::Work& work, Id<Person> person, std::string_view purpose) {
    OneTimeLink link{make_token(), work.now().plus_seconds(link_seconds_max), person};
    store::delete_links_of(work.session(), person);
    store::insert_link(work.session(), sha256(link.token.reveal()), person, purpose, work.now(),
                       link.expires);
    return link;
}

} // namespace poa::identity
