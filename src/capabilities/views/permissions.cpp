// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/permissions.hpp"

namespace poa::views {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        {"views.import_positions", {role::secretariat, role::operator_}},
        {"views.keep_claims", {role::secretariat, role::operator_}},
        {"views.keep_bands", {role::secretariat, role::operator_}},
        {"views.code_position", {role::secretariat, role::operator_}},
        {"views.resolve_position", {role::secretariat}},
        {"views.correct_position", {own(role::head_of_delegation), own(role::delegate)}},
        {"views.withdraw_position", {own(role::head_of_delegation), own(role::delegate)}},
        {"views.open_call", {role::secretariat, role::operator_}},
        {"views.extend_call", {role::secretariat, role::operator_}},
        {"views.close_call", {role::secretariat, role::operator_}},
        {"views.remind_call", {role::secretariat, role::operator_}},
        {"views.submit_views",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::secretariat}},
        {"views.record_consultation", {role::secretariat, role::operator_}},
        {"views.withdraw_submission",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative)}},
    };
    return table;
}

} // namespace poa::views
