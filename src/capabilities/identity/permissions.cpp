// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/identity.hpp"

namespace poa::identity {

const PermissionTable& permissions() {
    static const PermissionTable table = {
        {"identity.create_first_account", {role::operator_}},
        // Whom they may invite and appoint is told by appointing_table() in appointment.cpp.
        {"identity.invite_person", {role::secretariat, own(role::head_of_delegation)}},
        {"identity.appoint", {role::secretariat, own(role::head_of_delegation)}},
        {"identity.end_appointment", {role::secretariat, own(role::head_of_delegation)}},
        {"identity.reset_password_link", {role::secretariat, role::operator_}},
        {"identity.accept_invitation", {role::visitor}},
        {"identity.sign_in", {role::visitor}},
        // The rest concerns one's own account only.
        {"identity.sign_out", {role::person}},
        {"identity.revoke_session", {role::person}},
        {"identity.revoke_other_sessions", {role::person}},
        {"identity.change_password", {role::person}},
        {"identity.change_profile", {role::person}},
    };
    return table;
}

} // namespace poa::identity
