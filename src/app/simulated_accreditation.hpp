// SPDX-License-Identifier: Apache-2.0
#pragma once
// Organisations that apply for accreditation, decided through the commands of decisions.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

/// Takes the place of the behaviour "accreditation" that applies rules alone, with the same draws. What is
/// decided by a question is put, objected to, voted on and closed on the platform, and adoption accredits. An
/// application on which the charter asks no question (no list, in consultative status, or nobody objects
/// where only the contested go to a body) is decided by the engine of accreditation alone.
[[nodiscard]] charter::BehaviourSpec accreditation_through_commands();

} // namespace poa::app
