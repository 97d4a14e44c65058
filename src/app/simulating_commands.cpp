// SPDX-License-Identifier: Apache-2.0
#include "app/simulating_commands.hpp"

#include "app/simulated_decisions.hpp"
#include "app/simulated_platform.hpp"
#include "app/simulated_turnover.hpp"

namespace poa::app {

charter::SimulationParts parts_through_commands() {
    return {charter::replaced(charter::behaviours_by_rules(),
                              {turnover_through_commands(), decisions_through_commands()}),
            simulated_platform};
}

} // namespace poa::app
