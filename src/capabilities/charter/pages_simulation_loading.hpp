// SPDX-License-Identifier: Apache-2.0
#pragma once
// From a charter to the page of its simulation.

#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_simulation.hpp"

namespace poa::charter {

struct SimulationQuery {
    std::string charter;
    std::int64_t from = 2026, years = 10, runs = 50, seed = 1;
    std::string by = "rules"; ///< or "commands"
    TypedFigures figures;
};
[[nodiscard]] const Input<SimulationQuery>& input_of(Of<SimulationQuery>);

/// Runs times years of one page: about a second of one core.
inline constexpr std::int64_t played_years_most = 10'000;
/// The same through the platform's own commands.
inline constexpr std::int64_t played_years_most_by_commands = 10;

/// Refuses what find_charter refuses, and "charter.no_states" (rule) where no Member State is on the record.
/// More than is played, and figures that cannot be taken, are given back to people with the form; for
/// programs they are refused (bad_input): "charter.simulation_too_large" (most, command) at the field "runs".
[[nodiscard]] Result<SimulationPage> load_simulation(const Running& at, const SimulationQuery& query);

} // namespace poa::charter
