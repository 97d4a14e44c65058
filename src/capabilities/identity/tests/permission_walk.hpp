// SPDX-License-Identifier: Apache-2.0
#pragma once
// For the tests of every capability: asks a permission table for every role and every command, and writes the
// answers out as lines, to be compared with lines written by hand:
//
//   TEST(Permissions, EveryRoleByEveryCommand) {
//       EXPECT_EQ(walk(permissions()), R"(documents.import_document: operator, secretariat
//   )");
//       EXPECT_EQ(rows_and_commands_that_differ(permissions(), commands()), "");
//   }
//
// A line is "everybody", "whoever is signed in", or names; "(own body)" where the role reaches only things of
// its body.

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"

#include <set>
#include <string>
#include <vector>

namespace poa::identity {

[[nodiscard]] inline Body sample_body(Body::Kind kind, bool other = false) {
    if (kind == Body::Kind::state) return Body::state(other ? "EGY" : "FRA");
    if (kind == Body::Kind::organisation) return Body::organisation(other ? "second" : "first");
    // There is one Chair and one secretariat: another body is a State's.
    if (other) return Body::state("EGY");
    return kind == Body::Kind::chair ? Body::chair() : Body::secretariat();
}

[[nodiscard]] inline Actor sample_actor(Role role) {
    if (role == Role::visitor) return Actor::visitor();
    if (role == Role::operator_) return Actor::operator_();
    std::vector<CurrentStanding> standings;
    if (auto kind = body_kind_of(role))
        standings.push_back({{role, sample_body(*kind)}, *kind == Body::Kind::state});
    return Actor::signed_in(Id<Person>{7}, "Sample", "en", Id<SignInSession>{70}, standings);
}

/// "", "yes", "own body" or, where the table answers in no other way that makes sense, "odd".
[[nodiscard]] inline std::string reach(const PermissionTable& table, std::string_view command, Role role) {
    Actor actor = sample_actor(role);
    Body::Kind kind = body_kind_of(role).value_or(Body::Kind::state);
    bool nothing = table.permits(command, actor), own_body = table.permits(command, actor, sample_body(kind)),
         other = table.permits(command, actor, sample_body(kind, true));
    if (nothing && own_body && other) return "yes";
    if (!nothing && own_body && !other) return "own body";
    return !nothing && !own_body && !other ? "" : "odd";
}

[[nodiscard]] inline std::string walk_line(const PermissionTable& table, std::string_view command) {
    std::set<std::string> names;
    std::size_t plain = 0;
    for (Role role : all_roles()) {
        std::string answer = reach(table, command, role);
        if (answer.empty()) continue;
        plain += answer == "yes" ? 1 : 0;
        names.insert(std::string(name_of(role)) + (answer == "yes" ? "" : " (" + answer + ")"));
    }
    if (plain == all_roles().size()) return "everybody";
    if (plain == all_roles().size() - 2 && !names.contains("visitor") && !names.contains("operator"))
        return "whoever is signed in";
    std::string line;
    for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
    return line.empty() ? "nobody" : line;
}

/// One line a command, in the order of the table.
[[nodiscard]] inline std::string walk(const PermissionTable& table) {
    std::string lines;
    for (const PermissionTable::Row& row : table.rows())
        lines += std::string(row.command) + ": " + walk_line(table, row.command) + "\n";
    return lines;
}

/// Names of commands without a row and of rows without a command; empty when the table is complete.
[[nodiscard]] inline std::string
rows_and_commands_that_differ(const PermissionTable& table, const std::vector<const InputSpec*>& commands) {
    std::set<std::string> declared;
    std::string differ;
    for (const InputSpec* command : commands) {
        declared.insert(command->name());
        if (table.row(command->name()) == nullptr) differ += command->name() + " has no row\n";
    }
    for (const PermissionTable::Row& row : table.rows())
        if (!declared.contains(std::string(row.command)))
            differ += std::string(row.command) + " is no command\n";
    return differ;
}

} // namespace poa::identity
