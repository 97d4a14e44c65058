// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may do what about surveys and reports. A report is a State's own affair: every row on one asks for a
// role held for that State, but for an organisation that the State itself lets help (A/78/76: voluntary
// reports).

#include "capabilities/identity/identity.hpp"

namespace poa::national_reports {

[[nodiscard]] const identity::PermissionTable& permissions();

} // namespace poa::national_reports
