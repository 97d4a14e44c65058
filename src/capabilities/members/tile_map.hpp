// SPDX-License-Identifier: Apache-2.0
#pragma once
// The map: one State, one tile, all the same size, no borders drawn. Where a tile lies helps to find a State
// and says nothing of area, borders or status.

#include "capabilities/members/iso3.hpp"

#include <compare>
#include <span>
#include <vector>

namespace poa::members {

/// Column from the left and row from the top, from 1.
struct Tile {
    int column = 0;
    int row = 0;
    auto operator<=>(const Tile&) const = default;
};

struct TilePlace {
    Iso3 iso3;
    Tile tile;
};

/// A tile ready to draw. x and y are its left top corner, in units of one cell: a page multiplies by the size
/// of a cell in pixels, or sets the picture's view box to `columns` by `rows`.
struct DrawnTile {
    Iso3 iso3;
    Tile tile;
    double x = 0;
    double y = 0;
};

struct TileMap {
    int columns = 0;
    int rows = 0;
    double size = 0; ///< width and height of every tile, in cells: below 1, so that tiles keep apart
    std::vector<DrawnTile> tiles; ///< by row, then by column: the order in which a reader walks the map
};

/// Places the tiles. East is right, in Arabic too. The map is cut to its used
/// columns and rows. Needs places on distinct tiles (require); `gap` is the space between two tiles, 0 to
/// 0.5.
[[nodiscard]] TileMap lay_out(std::span<const TilePlace> places, double gap = 0.08);

} // namespace poa::members
