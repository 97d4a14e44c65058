// SPDX-License-Identifier: Apache-2.0
#pragma once
// `poa charter simulate`: years of one or more charters played many times.
//
// JSON: {"first_year", "years", "runs", "seed", "conduct": {KEY: NUMBER}, "start_years": [...],
// "simulations": [...]}. A simulation: {"charter", "through_commands": [NAME], "by_rules": [NAME],
// "beside": {NAME: what of it no command did}, "unplaced", "clashes", "digest" (16 hexadecimal digits, the
// same for the same seed), "whole": {FIGURE: DISTRIBUTION}, "years": [{"year", "figures": {FIGURE:
// DISTRIBUTION}}], "figures": {FIGURE: {"title", "unit"}}}. A distribution: {"runs", "least", "tenth",
// "quarter", "median", "three_quarters", "ninetieth", "most", "mean"}. "start_years" only where asked for,
// best first:
// {"charter", "year", "meetings", "unplaced", "clashes", "clashes_with_others"}.

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace poa::app {

struct SimulateWish {
    std::vector<std::string> charters; ///< ids or files
    std::vector<std::string> compare;  ///< others, played with the same seed
    int first_year = 2026, years = 10, runs = 100;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    std::vector<std::string> conduct; ///< "key=value"
    std::vector<int> start_years;
    std::vector<std::string> others; ///< iCalendar files of other mandated processes
    bool through_commands = false, progress = false, list_conduct = false;
    std::string format = "text";
};
/// 0; 2 where the wish cannot be read, with every reason on standard error; 130 where it was interrupted.
int simulate_charters(const SimulateWish& wish);

/// The verb with its options.
void add_simulate(CLI::App& charter, std::function<int()>& act);

} // namespace poa::app
