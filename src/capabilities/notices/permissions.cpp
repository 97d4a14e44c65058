// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/permissions.hpp"

namespace poa::notices {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    static const identity::PermissionTable table = {
        {"notices.mark_read", {role::person}},
        {"notices.choose_mails", {role::person}},
        {"notices.retry_mails", {role::secretariat, role::operator_}},
    };
    return table;
}

} // namespace poa::notices
