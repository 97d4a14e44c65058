// SPDX-License-Identifier: Apache-2.0
#pragma once
// The field in which a clause's value is changed, fitted to its type.

#include "capabilities/charter/pages_trying.hpp"
#include "web/visit.hpp"

namespace poa::charter {

/// Label, hint, control or controls and the problem. Needs: the page has a chosen clause.
[[nodiscard]] web::Html clause_field(const TryingPage& page, const web::Visit& visit);
/// A select of all clauses, grouped by section.
[[nodiscard]] web::Html clause_select(const web::Visit& visit);

} // namespace poa::charter
