// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/permissions.hpp"

namespace poa::acquis {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    // Which kinds of notes each of them may write stands in note.cpp.
    static const identity::PermissionTable table = {
        {"acquis.register_instrument", {role::secretariat, role::operator_}},
        {"acquis.add_note",
         {role::secretariat, role::chair, role::chair_office, own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"acquis.revise_note",
         {role::secretariat, role::chair, role::chair_office, own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"acquis.withdraw_note",
         {role::secretariat, role::chair, role::chair_office, own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
    };
    return table;
}

} // namespace poa::acquis
