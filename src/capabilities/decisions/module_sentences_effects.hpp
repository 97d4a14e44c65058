// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/routes.hpp"

namespace poa::decisions {

/// What effects, the register and the chain refuse.
void add_effects_sentences(web::Routes& routes);

} // namespace poa::decisions
