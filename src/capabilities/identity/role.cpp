// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/role.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

namespace poa::identity {
namespace {

struct Row {
    Role role;
    std::string_view name;
    std::optional<Body::Kind> held_for;
};

constexpr Row rows[] = {
    {Role::visitor, "visitor", std::nullopt},
    {Role::person, "person", std::nullopt},
    {Role::head_of_delegation, "head_of_delegation", Body::Kind::state},
    {Role::delegate, "delegate", Body::Kind::state},
    {Role::report_editor, "report_editor", Body::Kind::state},
    {Role::report_approver, "report_approver", Body::Kind::state},
    {Role::diplomatic_contact, "diplomatic_contact", Body::Kind::state},
    {Role::technical_contact, "technical_contact", Body::Kind::state},
    {Role::representative, "representative", Body::Kind::organisation},
    {Role::chair, "chair", Body::Kind::chair},
    {Role::chair_office, "chair_office", Body::Kind::chair},
    {Role::secretariat, "secretariat", Body::Kind::secretariat},
    {Role::operator_, "operator", std::nullopt},
};

constexpr auto roles_in_order = [] {
    std::array<Role, std::size(rows)> roles{};
    for (std::size_t i = 0; i < roles.size(); ++i) roles[i] = rows[i].role;
    return roles;
}();

const Row& row_of(Role role) {
    auto index = static_cast<std::size_t>(role);
    require(index < std::size(rows) && rows[index].role == role, "a role of the table, in its place");
    return rows[index];
}

bool is_iso3(std::string_view code) {
    return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_slug(std::string_view code) {
    return !code.empty() && code.size() <= 100 && slug(code) == code;
}

} // namespace

std::span<const Role> all_roles() {
    return roles_in_order;
}

std::span<const Role> appointed_roles() {
    return std::span(roles_in_order).subspan(2, roles_in_order.size() - 3);
}

std::string_view name_of(Role role) {
    return row_of(role).name;
}

std::optional<Role> parse_role(std::string_view name) {
    for (const Row& row : rows)
        if (row.name == name) return row.role;
    return std::nullopt;
}

std::optional<Body::Kind> body_kind_of(Role role) {
    return row_of(role).held_for;
}

Body Body::state(std::string_view iso3) {
    require(is_iso3(iso3), "a State's code of three capital letters");
    return Body(Kind::state, iso3);
}

Body Body::organisation(std::string_view slug) {
    require(is_slug(slug), "an organisation's name in an address");
    return Body(Kind::organisation, slug);
}

std::optional<Body> Body::parse(std::string_view text) {
    if (text == "chair") return chair();
    if (text == "secretariat") return secretariat();
    std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view kind = text.substr(0, colon), code = text.substr(colon + 1);
    if (kind == "state" && is_iso3(code)) return state(code);
    if (kind == "organisation" && is_slug(code)) return organisation(code);
    return std::nullopt;
}

std::string Body::text() const {
    switch (kind_) {
    case Kind::state:
        return "state:" + code_;
    case Kind::organisation:
        return "organisation:" + code_;
    case Kind::chair:
        return "chair";
    case Kind::secretariat:
        return "secretariat";
    }
    return {};
}

} // namespace poa::identity
