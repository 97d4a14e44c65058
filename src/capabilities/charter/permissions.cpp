// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/permissions.hpp"

namespace poa::charter {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        {"charter.found_mechanism", {role::operator_}},
        {"charter.affirm_commitment", {own(role::head_of_delegation)}},
        {"charter.register_process", {role::secretariat, role::operator_}},
        {"charter.end_process", {role::secretariat, role::operator_}},
        // Reads what is sent and keeps nothing.
        {"charter.read", {role::visitor}},
    };
    return table;
}

std::optional<identity::Body> headed_delegation(const identity::Actor& actor) {
    for (const identity::Standing& standing : actor.standings())
        if (standing.role == identity::Role::head_of_delegation) return standing.body;
    return std::nullopt;
}

Result<identity::Permit> permit(std::string_view command, const identity::Actor& actor) {
    return permissions().check(command, actor, headed_delegation(actor));
}

} // namespace poa::charter
