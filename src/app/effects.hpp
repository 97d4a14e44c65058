// SPDX-License-Identifier: Apache-2.0
#pragma once
// What decisions can do: the one registry of effects, for the platform that serves and for simulated ones.

#include "capabilities/decisions/effects.hpp"

namespace poa::app {

/// Adds those of every room.
void add_all_effects(decisions::Effects& effects);

} // namespace poa::app
