// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of years of a charter, played many times: distributions, never single figures.

#include "capabilities/charter/pages_figures.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::charter {

struct PlayedRow {
    std::string name, title;
    bool through_commands = false; ///< false: the charter's rules are applied, nothing else
    std::string beside;            ///< what of it is no command's doing; empty: nothing to say
};
BOOST_DESCRIBE_STRUCT(PlayedRow, (), (name, title, through_commands, beside))

/// One figure of one year, or of the whole period.
struct FigureOverRuns {
    std::string figure, title, unit;
    std::int64_t year = 0; ///< 0: the whole period
    std::int64_t runs = 0; ///< in which it says something
    double least = 0, tenth = 0, median = 0, ninetieth = 0, most = 0, mean = 0;
};
BOOST_DESCRIBE_STRUCT(FigureOverRuns, (),
                      (figure, title, unit, year, runs, least, tenth, median, ninetieth, most, mean))

/// /charters/{charter}/simulation
struct SimulationPage {
    std::string charter, title, language;
    std::int64_t version = 0;
    std::int64_t from = 0, years = 0, runs = 0, seed = 0, states = 0;
    std::string by;                  ///< "rules", "commands"
    bool may_be_by_commands = false; ///< this platform can play them
    std::vector<FigureRow> conduct;
    std::vector<PlayedRow> behaviours;
    std::int64_t unplaced = 0, clashes = 0;
    std::vector<FigureOverRuns> rows;   ///< figure by figure: its years, then the whole period
    std::int64_t played_years_most = 0; ///< runs times years that one page computes
    bool is_too_much = false;           ///< more was asked for; people get the command instead
    std::string command;
};
BOOST_DESCRIBE_STRUCT(SimulationPage, (),
                      (charter, title, language, version, from, years, runs, seed, states, by,
                       may_be_by_commands, conduct, behaviours, unplaced, clashes, rows, played_years_most,
                       command))

} // namespace poa::charter
