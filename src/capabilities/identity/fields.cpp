// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/fields.hpp"

#include "base/require.hpp"
#include "capabilities/identity/role.hpp"

namespace poa::identity {
namespace {

std::string_view label_of(Role role) {
    switch (role) {
    case Role::head_of_delegation:
        return N_("Head of delegation");
    case Role::delegate:
        return N_("Delegate");
    case Role::report_editor:
        return N_("Report editor");
    case Role::report_approver:
        return N_("Report approver");
    case Role::diplomatic_contact:
        return N_("Diplomatic point of contact");
    case Role::technical_contact:
        return N_("Technical point of contact");
    case Role::representative:
        return N_("Representative of an organisation");
    case Role::chair:
        return N_("Chair");
    case Role::chair_office:
        return N_("Office of the Chair");
    case Role::secretariat:
        return N_("Secretariat");
    case Role::visitor:
    case Role::person:
    case Role::operator_:
        break;
    }
    require(false, "a role one can be appointed to");
    return {};
}

} // namespace

const std::vector<Choice>& language_choices() {
    static const std::vector<Choice> choices = {{"ar", "العربية"},  {"zh", "中文"},    {"en", "English"},
                                                {"fr", "Français"}, {"ru", "Русский"}, {"es", "Español"}};
    return choices;
}

const std::vector<Choice>& role_choices() {
    static const std::vector<Choice> choices = [] {
        std::vector<Choice> made;
        for (Role role : appointed_roles()) made.push_back({name_of(role), label_of(role)});
        return made;
    }();
    return choices;
}

} // namespace poa::identity
