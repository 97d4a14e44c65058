// SPDX-License-Identifier: Apache-2.0
#pragma once
// What `appoint` and `invite_person` have in common.

#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/permission_table.hpp"
#include "capabilities/identity/store.hpp"

#include <string>
#include <string_view>

namespace poa::identity {

/// An appointment as asked for, without the person yet.
struct AskedAppointment {
    Standing standing;
    Day from;
    std::optional<Day> to;
    std::string basis;
};
/// The fields that both requests have.
struct AppointmentFields {
    const std::string& role;
    const std::string& body;
    const std::optional<Day>& from;
    const std::optional<Day>& to;
    const std::string& basis;
};
/// Nothing, and the problems added, where a field is not what it must be.
[[nodiscard]] std::optional<AskedAppointment> read_asked(ledger::Work& work, const AppointmentFields& fields,
                                                         const Bodies& bodies, Refusal& problems);
/// The body of a request, as far as it can be read: for the check of permission, which comes first.
[[nodiscard]] std::optional<Body> body_asked(const AppointmentFields& fields);

/// Checks the rules against the appointments there are, and inserts.
[[nodiscard]] Result<Id<Appointment>> carry_out(ledger::Work& work, const Actor& actor, Id<Person> person,
                                                const AskedAppointment& asked);

/// The entry of an appointment: role, body and days for Member States, persons sealed. `who` is the one
/// appointed.
[[nodiscard]] ledger::Entry appointment_entry(std::string act, const Actor& actor, const Permit& permit,
                                              const AskedAppointment& asked, const store::PersonRow& who);

/// A link for that person; earlier ones end.
[[nodiscard]] OneTimeLink make_link(ledger::Work& work, Id<Person> person, std::string_view purpose);

} // namespace poa::identity
