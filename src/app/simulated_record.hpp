// SPDX-License-Identifier: Apache-2.0
#pragma once
// The record of a simulated run: how many commands were run, and that the ledger of it all verifies.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

/// Needs: it is the last behaviour, so that it sees what the others do after the last day.
[[nodiscard]] charter::BehaviourSpec record_of_commands();

} // namespace poa::app
