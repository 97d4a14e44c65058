// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/queries_recipients.hpp"

#include "base/require.hpp"
#include "capabilities/identity/store.hpp"

#include <algorithm>

namespace poa::identity {

std::vector<Id<Person>> holders(storage::Session& session, const Body& body, std::span<const Role> roles,
                                Day today) {
    std::vector<Id<Person>> people;
    for (const store::NamedAppointment& found : store::appointments_of_body(session, body)) {
        const Appointment& held = found.appointment;
        if (std::ranges::find(roles, held.standing.role) == roles.end()) continue;
        if (!is_current(held, today)) continue;
        if (std::ranges::find(people, held.person) == people.end()) people.push_back(held.person);
    }
    return people;
}

std::vector<Role> roles_that_may(const PermissionTable& table, std::string_view command, Body::Kind kind) {
    const PermissionTable::Row* row = table.row(command);
    require(row != nullptr, "a command with a row in its permission table");
    std::vector<Role> roles;
    for (const Grant& grant : row->grants)
        if (body_kind_of(grant.role) == kind) roles.push_back(grant.role);
    return roles;
}

std::optional<Contact> contact_of(storage::Session& session, Id<Person> person) {
    auto found = store::person_by_id(session, person);
    if (!found) return std::nullopt;
    return Contact{std::move(found->email), std::move(found->language)};
}

} // namespace poa::identity
