// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may run which command, as a table that can be read. Each capability has one in its permissions.cpp:
//
//   const PermissionTable& permissions() {
//       static const PermissionTable table = {
//           {"documents.import_document", {role::secretariat, role::operator_}},
//           {"national_reports.approve", {own(role::report_approver), own(role::head_of_delegation)}},
//       };
//       return table;
//   }
//
// and the first lines of a command ask it:
//
//   auto permit = permissions().check("national_reports.approve", actor, Body::state(report.state));
//   if (!permit) return refuse(permit.error());
//   ... .on_behalf = permit->on_behalf()

#include "base/refusal.hpp"
#include "capabilities/identity/actor.hpp"
#include "capabilities/identity/role.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::identity {

/// A role that may, perhaps only for the body it acts for.
struct Grant {
    constexpr Grant(Role r) : role(r) {} // implicit: it stands in tables
    constexpr Grant(Role r, bool own) : role(r), own_body(own) {}
    Role role;
    bool own_body = false;
};
/// Only for things of the body the role is held for.
[[nodiscard]] constexpr Grant own(Role role) {
    return Grant(role, true);
}

/// What a check gives: in which capacity the act is permitted.
struct Permit {
    Role role = Role::visitor;
    std::optional<Body> body; ///< none for visitor, person and operator
    /// For the journal: "state:FRA", "secretariat", "operator"; "platform" for who acts in nobody's name but
    /// the own.
    [[nodiscard]] std::string on_behalf() const;
};

class PermissionTable {
  public:
    struct Row {
        std::string_view command; ///< "documents.import_document"
        std::vector<Grant> grants;
    };
    /// A command that stands twice or a row without grants is our mistake (require).
    PermissionTable(std::initializer_list<Row> rows);

    /// Refuses with `identity.not_signed_in` (kind not_signed_in) or `identity.not_permitted` (kind
    /// not_permitted), facts: command, roles (those that could, by name, with a space between), body (where
    /// one was given). `of` is the body the thing belongs to; without it a grant for the own body permits
    /// nothing. A command without a row is our mistake (require): nothing is permitted by being forgotten.
    [[nodiscard]] Result<Permit> check(std::string_view command, const Actor& actor,
                                       const std::optional<Body>& of = std::nullopt) const;
    /// For pages: whether to offer the act.
    [[nodiscard]] bool permits(std::string_view command, const Actor& actor,
                               const std::optional<Body>& of = std::nullopt) const;
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const Row* row(std::string_view command) const; ///< null where there is none

  private:
    std::vector<Row> rows_;
};

} // namespace poa::identity
