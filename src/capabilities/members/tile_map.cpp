// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/tile_map.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace poa::members {

TileMap lay_out(std::span<const TilePlace> places, double gap) {
    require(gap >= 0 && gap <= 0.5, "a gap between tiles of 0 to 0.5 cells");
    TileMap map;
    map.size = 1 - gap;
    if (places.empty()) return map;
    Tile first = places.front().tile;
    Tile last = first;
    for (const TilePlace& place : places) {
        first = {std::min(first.column, place.tile.column), std::min(first.row, place.tile.row)};
        last = {std::max(last.column, place.tile.column), std::max(last.row, place.tile.row)};
    }
    map.columns = last.column - first.column + 1;
    map.rows = last.row - first.row + 1;
    for (const TilePlace& place : places)
        map.tiles.push_back({place.iso3, place.tile, place.tile.column - first.column + gap / 2,
                             place.tile.row - first.row + gap / 2});
    const auto walked = [](const DrawnTile& a, const DrawnTile& b) {
        return std::pair(a.tile.row, a.tile.column) < std::pair(b.tile.row, b.tile.column);
    };
    std::ranges::sort(map.tiles, walked);
    const auto taken = std::ranges::adjacent_find(
        map.tiles, [](const DrawnTile& a, const DrawnTile& b) { return a.tile == b.tile; });
    require(taken == map.tiles.end(), "one State, one tile");
    return map;
}

} // namespace poa::members
