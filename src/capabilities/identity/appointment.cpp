// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/appointment.hpp"

#include "capabilities/identity/actor.hpp"

namespace poa::identity {
namespace {

constexpr MayAppoint table[] = {
    {Role::secretariat, false, Role::head_of_delegation}, // on credentials
    {Role::secretariat, false, Role::representative},
    {Role::secretariat, false, Role::chair},
    {Role::secretariat, false, Role::chair_office},
    {Role::secretariat, false, Role::secretariat},
    {Role::head_of_delegation, true, Role::delegate},
    {Role::head_of_delegation, true, Role::report_editor},
    {Role::head_of_delegation, true, Role::report_approver},
    {Role::head_of_delegation, true, Role::diplomatic_contact},
    {Role::head_of_delegation, true, Role::technical_contact},
};

bool share_a_day(const Appointment& a, const WantedAppointment& b, Day today) {
    if (std::holds_alternative<Ended>(stage_on(a, today))) return false;
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

bool is_secretariat(const Standing& standing) {
    return standing.body.kind() == Body::Kind::secretariat;
}

/// A smallest delegation is one person: its head may also edit the report. Upward is never one's own doing.
bool may_appoint_oneself(const Standing& as) {
    return as.role == Role::head_of_delegation;
}

class Reasons {
  public:
    Reason& add(Refusal::Kind kind, std::string code, std::string field = {}) {
        if (refusal_.reasons.empty()) refusal_.kind = kind;
        refusal_.add_field(std::move(field), std::move(code));
        return refusal_.reasons.back();
    }
    [[nodiscard]] bool are_there() const { return !refusal_.reasons.empty(); }
    std::optional<Refusal> result() && {
        if (refusal_.reasons.empty()) return std::nullopt;
        return std::move(refusal_);
    }

  private:
    Refusal refusal_;
};

void check_actor(const Actor& actor, const WantedAppointment& wanted, Reasons& reasons) {
    auto as = appointing_standing(actor, wanted.standing);
    if (!as) {
        reasons.add(Refusal::Kind::not_permitted, "identity.may_not_appoint").facts = {
            {"role", std::string(name_of(wanted.standing.role))}, {"body", wanted.standing.body.text()}};
    } else if (actor.person() == wanted.person && !may_appoint_oneself(*as)) {
        reasons.add(Refusal::Kind::not_permitted, "identity.may_not_appoint_oneself");
    }
}

void check_days(const WantedAppointment& wanted, Day today, Reasons& reasons) {
    if (wanted.from < today)
        reasons.add(Refusal::Kind::bad_input, "identity.day_past", "from").facts = {{"today", today.iso()}};
    if (wanted.to && *wanted.to < wanted.from)
        reasons.add(Refusal::Kind::bad_input, "identity.day_order", "to").facts = {
            {"from", wanted.from.iso()}};
}

void check_others(const WantedAppointment& wanted, Day today, std::span<const Appointment> of_person,
                  std::span<const Appointment> heads, Reasons& reasons) {
    for (const Appointment& other : of_person) {
        if (!share_a_day(other, wanted, today)) continue;
        if (other.standing == wanted.standing)
            reasons.add(Refusal::Kind::conflict, "identity.already_appointed").facts = {
                {"since", other.from.iso()}};
        // Charter of the United Nations, Article 100: staff neither seek nor receive instructions from a
        // government.
        if (is_secretariat(other.standing) != is_secretariat(wanted.standing))
            reasons.add(Refusal::Kind::rule, "identity.not_impartial").clause =
                "Charter of the United Nations, Article 100";
    }
    if (wanted.standing.role != Role::head_of_delegation) return;
    for (const Appointment& other : heads)
        if (other.person != wanted.person && share_a_day(other, wanted, today))
            reasons.add(Refusal::Kind::conflict, "identity.head_exists").facts = {
                {"since", other.from.iso()}};
}

} // namespace

AppointmentStage stage_on(const Appointment& appointment, Day today) {
    if (appointment.ended_at) return Ended{Day::of(*appointment.ended_at)};
    if (appointment.to && *appointment.to < today) return Ended{Day{appointment.to->days + 1}};
    if (today < appointment.from) return Scheduled{appointment.from};
    return Current{appointment.to};
}

bool is_current(const Appointment& appointment, Day today) {
    return std::holds_alternative<Current>(stage_on(appointment, today));
}

std::string_view name_of(const AppointmentStage& stage) {
    constexpr std::string_view names[] = {"scheduled", "current", "ended"};
    return names[stage.index()];
}

std::span<const MayAppoint> appointing_table() {
    return table;
}

std::optional<Standing> appointing_standing(const Actor& actor, const Standing& wanted) {
    for (const MayAppoint& row : table) {
        if (row.appointed != wanted.role) continue;
        for (const Standing& held : actor.standings())
            if (held.role == row.appointer && (!row.own_body || held.body == wanted.body)) return held;
    }
    return std::nullopt;
}

bool needs_basis(Role role) {
    return role == Role::head_of_delegation || role == Role::chair;
}

std::optional<Refusal> check_appointment(const Actor& actor, const WantedAppointment& wanted, Day today,
                                         std::span<const Appointment> of_person,
                                         std::span<const Appointment> heads) {
    Reasons reasons;
    if (body_kind_of(wanted.standing.role) != wanted.standing.body.kind())
        reasons.add(Refusal::Kind::bad_input, "identity.role_not_of_body", "role").facts = {
            {"role", std::string(name_of(wanted.standing.role))}, {"body", wanted.standing.body.text()}};
    else
        check_actor(actor, wanted, reasons);
    // Who may not appoint is told nothing of the appointments there are.
    if (reasons.are_there()) return std::move(reasons).result();
    check_days(wanted, today, reasons);
    check_others(wanted, today, of_person, heads, reasons);
    return std::move(reasons).result();
}

} // namespace poa::identity
