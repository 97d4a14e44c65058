// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/permissions.hpp"

namespace poa::documents {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    static const identity::PermissionTable table = {
        {"documents.import_document", {role::secretariat, role::operator_}},
        {"documents.correct_recognition", {role::secretariat, role::operator_}},
        {"documents.withdraw_document", {role::secretariat, role::operator_}},
    };
    return table;
}

Result<By> permitted(std::string_view command, const identity::Actor& actor) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    return By{permit->on_behalf(), actor.person().number, true};
}

} // namespace poa::documents
