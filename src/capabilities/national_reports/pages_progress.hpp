// SPDX-License-Identifier: Apache-2.0
#pragma once
// What reports add up to, as pages hold it: coverage and indicators of a year, one indicator over the years,
// the secretariat's briefing, and reports for the agenda of a meeting. Nothing in them ranks States; where a
// State sent nothing there is "no report". Numbers below five of answers that are not counted are 0 here.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// Who reported in one year.
struct YearCoverage {
    std::int64_t year = 0;
    std::int64_t states = 0;                ///< that reported
    std::optional<std::int64_t> due;        ///< whose turn it was; nothing: no charter holds
    std::optional<std::int64_t> due_states; ///< of them, those that reported
};
BOOST_DESCRIBE_STRUCT(YearCoverage, (), (year, states, due, due_states))

struct GroupCoverage {
    std::string group, name;
    std::int64_t members = 0, states = 0;
    bool is_regional = true; ///< each State is counted in one; else a list that some stand on
};
BOOST_DESCRIBE_STRUCT(GroupCoverage, (), (group, name, members, states, is_regional))

struct ProgressTile {
    std::string iso3, name, address;
    int column = 0, row = 0;
    bool reported = false;
};
BOOST_DESCRIBE_STRUCT(ProgressTile, (), (iso3, name, address, column, row, reported))

/// One indicator in the year of the page.
struct ProgressRow {
    std::string indicator, title, purpose, pillar, address;
    std::int64_t answered = 0;
    std::optional<std::int64_t> states; ///< at a level that counts; nothing where levels are not steps
    std::optional<double> levels_apart; ///< of two States taken at random
    std::int64_t uncounted = 0;         ///< further answers; 0: none, or fewer than may be told
    bool some_uncounted = false;        ///< there are further answers
};
BOOST_DESCRIBE_STRUCT(ProgressRow, (),
                      (indicator, title, purpose, pillar, address, answered, states, levels_apart, uncounted,
                       some_uncounted))

struct ProgressPage {
    std::int64_t year = 0, catalogue = 0; ///< version of the catalogue of indicators
    std::vector<YearCoverage> years;      ///< the last twelve
    std::vector<GroupCoverage> groups;
    std::int64_t states = 0, members = 0;
    int tile_columns = 0, tile_rows = 0;
    std::vector<ProgressTile> tiles;
    std::vector<ProgressRow> rows;
};
BOOST_DESCRIBE_STRUCT(ProgressPage, (),
                      (year, catalogue, years, groups, states, members, tile_columns, tile_rows, tiles, rows))

/// How many States are at one level of an indicator in one year.
struct LevelRow {
    std::int64_t year = 0;
    std::string level, label;
    std::int64_t states = 0;
    bool is_whole = true;          ///< false: further answers of this level are in numbers not told
    std::vector<std::string> seen; ///< codes of those whose answer the reader may see
};
BOOST_DESCRIBE_STRUCT(LevelRow, (), (year, level, label, states, is_whole, seen))

struct IndicatorYear {
    std::int64_t year = 0, answered = 0;
    std::optional<std::int64_t> states;
    std::optional<double> levels_apart;
    std::int64_t uncounted = 0;
    bool some_uncounted = false;
};
BOOST_DESCRIBE_STRUCT(IndicatorYear, (), (year, answered, states, levels_apart, uncounted, some_uncounted))

/// One regional group in the year of the page; numbers by level, in the order of the levels.
struct IndicatorGroup {
    std::string group, name;
    std::int64_t answered = 0;
    std::vector<std::int64_t> levels;
    std::int64_t uncounted = 0;
    bool some_uncounted = false;
};
BOOST_DESCRIBE_STRUCT(IndicatorGroup, (), (group, name, answered, levels, uncounted, some_uncounted))

struct IndicatorLevelName {
    std::string level, label;
    bool counts = false;
};
BOOST_DESCRIBE_STRUCT(IndicatorLevelName, (), (level, label, counts))

struct IndicatorPage {
    std::string indicator, title, about, purpose, pillar, item;
    std::int64_t catalogue = 0, year = 0;
    bool is_scale = false;
    std::vector<IndicatorLevelName> levels;
    std::vector<IndicatorYear> years;
    std::vector<IndicatorGroup> groups;
    std::vector<LevelRow> rows; ///< by year and level
};
BOOST_DESCRIBE_STRUCT(IndicatorPage, (),
                      (indicator, title, about, purpose, pillar, item, catalogue, year, is_scale, levels,
                       years, groups, rows))

} // namespace poa::national_reports
