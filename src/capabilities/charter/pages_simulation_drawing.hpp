// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: years of a charter, played many times.

#include "capabilities/charter/pages_simulation.hpp"
#include "web/visit.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_simulation(const SimulationPage& page, const web::Visit& visit);

} // namespace poa::charter
