// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/permission_table.hpp"

#include "base/require.hpp"

namespace poa::identity {
namespace {

std::optional<Permit> permit_of(const Grant& grant, const Actor& actor, const std::optional<Body>& of) {
    if (!body_kind_of(grant.role))
        return actor.has(grant.role) ? std::optional(Permit{grant.role, {}}) : std::nullopt;
    for (const Standing& held : actor.standings())
        if (held.role == grant.role && (!grant.own_body || (of && held.body == *of)))
            return Permit{grant.role, held.body};
    return std::nullopt;
}

std::string role_names(const std::vector<Grant>& grants) {
    std::string names;
    for (const Grant& grant : grants) {
        if (!names.empty()) names += ' ';
        names += name_of(grant.role);
    }
    return names;
}

} // namespace

std::string Permit::on_behalf() const {
    if (body) return body->text();
    return role == Role::operator_ ? "operator" : "platform";
}

PermissionTable::PermissionTable(std::initializer_list<Row> rows) {
    for (const Row& each : rows) {
        require(row(each.command) == nullptr, "a command stands once in a permission table");
        require(!each.grants.empty(), "a command that somebody may run");
        rows_.push_back(each);
    }
}

const PermissionTable::Row* PermissionTable::row(std::string_view command) const {
    auto found = std::ranges::find(rows_, command, &Row::command);
    return found == rows_.end() ? nullptr : &*found;
}

Result<Permit> PermissionTable::check(std::string_view command, const Actor& actor,
                                      const std::optional<Body>& of) const {
    const Row* found = row(command);
    require(found != nullptr, "a command with a row in the permission table");
    for (const Grant& grant : found->grants)
        if (auto permit = permit_of(grant, actor, of)) return *permit;
    bool nobody = !actor.is_signed_in() && !actor.is_operator();
    Refusal refusal = nobody ? Refusal::because(Refusal::Kind::not_signed_in, "identity.not_signed_in")
                             : Refusal::because(Refusal::Kind::not_permitted, "identity.not_permitted");
    refusal.with("command", std::string(command)).with("roles", role_names(found->grants));
    if (of) refusal.with("body", of->text());
    return refuse(std::move(refusal));
}

bool PermissionTable::permits(std::string_view command, const Actor& actor,
                              const std::optional<Body>& of) const {
    return check(command, actor, of).has_value();
}

} // namespace poa::identity
