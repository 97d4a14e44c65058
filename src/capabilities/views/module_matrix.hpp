// SPDX-License-Identifier: Apache-2.0
#pragma once
// Routes of the matrix of positions: questions, actors, side by side, convergence, clusters, coders,
// contradictions, international law.

#include "capabilities/views/module.hpp"

namespace poa::views {

void add_matrix_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::views
