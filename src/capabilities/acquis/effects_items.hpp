// SPDX-License-Identifier: Apache-2.0
#pragma once
// What decisions do to the framework: they add items and develop those there are, whether registered or
// decided. There is none that takes an item away.

#include "capabilities/decisions/decisions.hpp"

namespace poa::acquis {

/// acquis.add_item, acquis.revise_item: for the registry that app makes.
void add_effects(decisions::Effects& effects);

} // namespace poa::acquis
