// SPDX-License-Identifier: Apache-2.0
#pragma once
// Points of contact that leave and are replaced, played through the platform's own commands: every run has a
// platform and a clock of its own (simulated_platform.hpp), the secretariat lets heads of delegation in, they
// invite their points of contact and end their appointments, and after the last day the whole ledger is
// derived again and verified.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

/// Takes the place of the behaviour "turnover" that only applies the rules. Figures: those of that one, and
/// "commands_run", "ledger_entries", "ledgers_verified". Needs: simulated_platform as the parts' platform.
/// Throws OurMistake where a command refuses what the rules allow, MachineFailure where the ledger does not
/// verify.
[[nodiscard]] charter::BehaviourSpec turnover_through_commands();

} // namespace poa::app
