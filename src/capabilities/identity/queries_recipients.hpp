// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whom to tell: the people who hold a role for a body on a day, and where they get mail.

#include "capabilities/identity/identity.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace poa::identity {

/// Each once, in the order they were appointed.
[[nodiscard]] std::vector<Id<Person>> holders(storage::Session& session, const Body& body,
                                              std::span<const Role> roles, Day today);

/// The roles that may run a command for the body they act for, as its permission table has it.
[[nodiscard]] std::vector<Role> roles_that_may(const PermissionTable& table, std::string_view command,
                                               Body::Kind kind);

struct Contact {
    std::string email;
    std::string language; ///< "fr"
};
/// Nothing where there is no such person.
[[nodiscard]] std::optional<Contact> contact_of(storage::Session& session, Id<Person> person);

} // namespace poa::identity
