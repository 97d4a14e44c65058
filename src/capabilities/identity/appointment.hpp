// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who acts for which body, from which day to which, and who may appoint whom. Pure rules.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/identity/role.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace poa::identity {

class Actor;
struct Person; ///< tag of Id<Person>

/// A role held for a body.
struct Standing {
    Role role;
    Body body;
    auto operator<=>(const Standing&) const = default;
};

struct Appointment {
    Id<Appointment> id;
    Id<Person> person;
    Standing standing;
    Day from;
    std::optional<Day> to;           ///< its last day; none: open
    Id<Person> appointed_by;         ///< unknown: the command line
    std::optional<Instant> ended_at; ///< ended before its day, at once
    Id<Person> ended_by;
};

/// The stages of an appointment; computed, never stored.
struct Scheduled {
    Day from;
};
struct Current {
    std::optional<Day> to;
};
struct Ended {
    Day on; ///< the first day it no longer holds, or the day it was ended
};
using AppointmentStage = std::variant<Scheduled, Current, Ended>;
[[nodiscard]] AppointmentStage stage_on(const Appointment& appointment, Day today);
[[nodiscard]] bool is_current(const Appointment& appointment, Day today);
[[nodiscard]] std::string_view name_of(const AppointmentStage& stage); ///< "scheduled", "current", "ended"

/// One row of the table of who may appoint (and end the appointments of) whom.
struct MayAppoint {
    Role appointer;
    bool own_body; ///< only for the body the appointer acts for
    Role appointed;
};
[[nodiscard]] std::span<const MayAppoint> appointing_table();
/// The standing under which `actor` may appoint to `wanted` or end such an appointment, or nothing.
[[nodiscard]] std::optional<Standing> appointing_standing(const Actor& actor, const Standing& wanted);

/// What is asked: `person` shall hold `standing` from a day to a day.
struct WantedAppointment {
    Id<Person> person;
    Standing standing;
    Day from;
    std::optional<Day> to;
};
/// Why the rules say no, or nothing. One of the first three comes alone, the others all at once:
///   identity.role_not_of_body (bad_input; role, body): a State has no secretariat, and so on
///   identity.may_not_appoint (not_permitted; role, body): the actor's roles do not reach that far
///   identity.may_not_appoint_oneself (not_permitted): but for a head of delegation in the own one
///   identity.day_past (field "from"), identity.day_order (field "to")
///   identity.already_appointed (conflict; since): same person, role and body on a common day
///   identity.head_exists (conflict; since): one head a delegation on any day
///   identity.not_impartial (rule): the secretariat acts for nobody else
/// `of_person` are all that person's appointments, `heads` all head_of_delegation appointments of that State.
[[nodiscard]] std::optional<Refusal> check_appointment(const Actor& actor, const WantedAppointment& wanted,
                                                       Day today, std::span<const Appointment> of_person,
                                                       std::span<const Appointment> heads);
/// Roles for which the paper they rest on must be named (credentials, election).
[[nodiscard]] bool needs_basis(Role role);

} // namespace poa::identity
