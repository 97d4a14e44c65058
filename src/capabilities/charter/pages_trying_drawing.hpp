// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: a charter with changed clauses beside itself.

#include "capabilities/charter/pages_trying.hpp"
#include "web/visit.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_trying(const TryingPage& page, const web::Visit& visit);

} // namespace poa::charter
