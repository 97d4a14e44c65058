// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: what charters cost, in one table and one drawing.

#include "capabilities/charter/pages_burden.hpp"
#include "web/visit.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_burden(const BurdenPage& page, const web::Visit& visit);

} // namespace poa::charter
