// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/permissions.hpp"

namespace poa::commitments {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        {"commitments.publish_commitment", {own(role::head_of_delegation)}},
        {"commitments.report_commitment", {own(role::head_of_delegation), own(role::report_approver)}},
        {"commitments.reaffirm_commitment", {own(role::head_of_delegation)}},
    };
    return table;
}

} // namespace poa::commitments
