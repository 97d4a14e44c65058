// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/queries.hpp"

#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/sign_in_session.hpp"
#include "capabilities/identity/store.hpp"

#include <algorithm>

namespace poa::identity {
namespace {

bool knows_people(const Actor& actor, const Body& body) {
    return actor.acts_for(body) || actor.has(Role::secretariat);
}

bool may_end(const Actor& actor, const Appointment& appointment, Day today) {
    return appointing_standing(actor, appointment.standing) &&
           !std::holds_alternative<Ended>(stage_on(appointment, today));
}

BodyAppointment line_of(const store::NamedAppointment& found, const Actor& actor, bool named, Day today) {
    const Appointment& of = found.appointment;
    BodyAppointment line{of.id, of.standing.role, of.from, of.to, stage_on(of, today), {}, {}, {}, false};
    if (named) {
        line.name = found.name;
        line.email = found.email;
        line.basis = found.basis;
        line.may_end = may_end(actor, of, today);
    }
    return line;
}

} // namespace

std::optional<std::string> name_of_person(storage::Session& session, Id<Person> person) {
    auto found = store::person_by_id(session, person);
    return found ? std::optional(std::move(found->name)) : std::nullopt;
}

Result<void> still_holds(storage::Session& session, const Actor& actor, const Permit& permit, Instant now) {
    if (!permit.body) return {};
    const Standing needed{permit.role, *permit.body};
    const Day today = Day::of(now);
    for (const Appointment& held : store::appointments_of_person(session, actor.person()))
        if (held.standing == needed && std::holds_alternative<Current>(stage_on(held, today))) return {};
    return refuse(Refusal::because(Refusal::Kind::not_permitted, "identity.appointment_over")
                      .with("role", std::string(name_of(needed.role)))
                      .with("body", needed.body.text()));
}

std::optional<Recognised> recognise(storage::Session& session, const Bodies& bodies,
                                    std::string_view session_token, Instant now) {
    auto digest = digest_of_token(session_token);
    if (!digest) return std::nullopt;
    Day today = Day::of(now);
    auto found = store::signed_in_by_token(session, *digest, today);
    if (!found || !is_live(found->session.started, found->session.last_used, now)) return std::nullopt;
    std::vector<CurrentStanding> standings;
    for (Standing& standing : found->standings) {
        bool member = bodies.is_member_state(standing.body, today);
        standings.push_back({std::move(standing), member});
    }
    return Recognised{Actor::signed_in(found->session.person, std::move(found->name),
                                       std::move(found->language), found->session.id, standings),
                      is_use_due(found->session.last_used, now)};
}

void note_use(storage::Session& session, Id<SignInSession> of, Instant now) {
    store::set_last_used(session, of, now);
}

std::optional<Account> my_account(storage::Session& session, const Actor& actor) {
    auto person = store::person_by_id(session, actor.person());
    if (!person) return std::nullopt;
    return Account{person->email,    person->name,
                   person->language, !person->password_hash.empty(),
                   person->revision, store::appointments_of_person(session, person->id)};
}

std::vector<LiveSession> my_sessions(storage::Session& session, const Actor& actor, Instant now) {
    std::vector<LiveSession> live;
    for (const store::SessionRow& row : store::sessions_of(session, actor.person()))
        if (is_live(row.started, row.last_used, now))
            live.push_back({row.id, row.browser, row.started, row.last_used, row.id == actor.session()});
    return live;
}

Result<std::vector<BodyAppointment>> appointments_of(storage::Session& session, const Actor& actor,
                                                     const Body& body, Day today) {
    if (!actor.reader().may_see(Audience::member_states, body.text()))
        return refuse(Refusal::Kind::not_found, "identity.no_such_body");
    bool named = knows_people(actor, body);
    std::vector<BodyAppointment> lines;
    for (const store::NamedAppointment& found : store::appointments_of_body(session, body))
        lines.push_back(line_of(found, actor, named, today));
    return lines;
}

Result<std::vector<PersonOfBody>> people_of(storage::Session& session, const Actor& actor, const Body& body,
                                            Day today) {
    if (!knows_people(actor, body)) return refuse(Refusal::Kind::not_found, "identity.no_such_body");
    std::vector<PersonOfBody> people;
    for (const store::NamedAppointment& found : store::appointments_of_body(session, body)) {
        if (!is_current(found.appointment, today)) continue;
        auto same = std::ranges::find(people, found.appointment.person, &PersonOfBody::id);
        if (same == people.end())
            same = people.insert(people.end(), {found.appointment.person, found.name, found.email, {}});
        same->roles.push_back(found.appointment.standing.role);
    }
    std::ranges::sort(people, {}, &PersonOfBody::name);
    return people;
}

} // namespace poa::identity
