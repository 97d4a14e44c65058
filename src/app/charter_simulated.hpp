// SPDX-License-Identifier: Apache-2.0
#pragma once
// What `poa charter simulate` says of one simulation, for people and for programs.

#include "app/charter_simulating.hpp"
#include "base/json.hpp"
#include "capabilities/charter/simulating.hpp"

namespace poa::app {

/// On standard output.
void print_text(const charter::Simulation& made, const SimulateWish& wish);
/// One of "simulations" (charter_simulating.hpp).
void write(JsonWriter& out, const charter::Simulation& made);

} // namespace poa::app
