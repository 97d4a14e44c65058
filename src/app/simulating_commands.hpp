// SPDX-License-Identifier: Apache-2.0
#pragma once
// Years of a charter played through the platform's own commands wherever there are some. A room whose
// commands can be played adds its behaviour in the .cpp; what has none yet is played by the charter's rules,
// and every result names which is which.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

[[nodiscard]] charter::SimulationParts parts_through_commands();

} // namespace poa::app
