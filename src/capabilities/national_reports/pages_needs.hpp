// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States need, as pages hold it: what their reports say, as far as the reader may see it.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::national_reports {

struct NeedRow {
    std::int64_t need = 0, year = 0;
    std::string state, name;
    std::string item, item_title, area, area_title;
    std::string question, label, language; ///< of the label
    std::string words, urgency, wanted, note;
    std::string stage, said;
    std::string audience; ///< "public", "member_states" ...
    Day since;
    std::string address, report; ///< of the need, and of the report it stands in
};
BOOST_DESCRIBE_STRUCT(NeedRow, (),
                      (need, year, state, name, item, item_title, area, area_title, question, label, language,
                       words, urgency, wanted, note, stage, said, audience, since, address, report))

/// One of the things a list can be narrowed to.
struct NeedChoice {
    std::string key, title;
};
BOOST_DESCRIBE_STRUCT(NeedChoice, (), (key, title))

/// In how many States' reports the reader sees a need of that area.
struct NeedAreaRow {
    std::string area, title;
    std::int64_t states = 0;
    std::vector<std::string> seen; ///< their codes
};
BOOST_DESCRIBE_STRUCT(NeedAreaRow, (), (area, title, states, seen))

struct NeedTile {
    std::string iso3, name, address;
    int column = 0, row = 0;
    bool named = false; ///< a need that the reader may see
};
BOOST_DESCRIBE_STRUCT(NeedTile, (), (iso3, name, address, column, row, named))

/// /needs
struct NeedsPage {
    std::string item, area, group, stage, state; ///< what it was narrowed to
    std::int64_t year = 0, states = 0, next = 0; ///< next: `before` of the next page; 0: none
    std::vector<NeedChoice> items, areas, groups;
    int tile_columns = 0, tile_rows = 0;
    std::vector<NeedTile> tiles;
    std::vector<NeedAreaRow> by_area;
    std::vector<NeedRow> rows;
};
BOOST_DESCRIBE_STRUCT(NeedsPage, (),
                      (item, area, group, stage, state, year, states, next, items, areas, groups,
                       tile_columns, tile_rows, tiles, by_area, rows))

/// /needs/{need}
struct NeedPage {
    NeedRow need;
    bool may_settle = false;
};
BOOST_DESCRIBE_STRUCT(NeedPage, (), (need, may_settle))

} // namespace poa::national_reports
