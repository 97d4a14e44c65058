// SPDX-License-Identifier: Apache-2.0
#include "app/simulating_commands.hpp"

#include "app/simulated_accreditation.hpp"
#include "app/simulated_decisions.hpp"
#include "app/simulated_platform.hpp"
#include "app/simulated_record.hpp"
#include "app/simulated_reports.hpp"
#include "app/simulated_turnover.hpp"

namespace poa::app {

charter::SimulationParts parts_through_commands() {
    // A room whose commands can be played adds its line. The record is the last: it sees what all others did.
    return {charter::replaced(charter::behaviours_by_rules(),
                              {turnover_through_commands(), reports_through_commands(),
                               decisions_through_commands(), accreditation_through_commands(),
                               record_of_commands()}),
            simulated_platform};
}

} // namespace poa::app
