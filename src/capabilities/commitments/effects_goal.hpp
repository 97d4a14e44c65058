// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a decision does about goals.

#include "capabilities/decisions/decisions.hpp"

namespace poa::commitments {

/// goal.set: a goal with its measure, or the next version of one.
void add_effects(decisions::Effects& effects);

} // namespace poa::commitments
