// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tiles and entry bundles as C2SP tlog-tiles names and lays them out. A tile of level L holds up to 256
// hashes of complete subtrees of height 8 * L, 32 bytes each; an entry bundle holds up to 256 entries, each
// with its length before it as two bytes, the higher first.

#include "capabilities/ledger/merkle.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace poa::ledger {

inline constexpr int tile_width = 256;
inline constexpr int tile_height = 8;
inline constexpr int tile_level_max = 63; ///< of the format; a tree of 2^63 leaves needs 7
inline constexpr std::size_t entry_bytes_max = 65'535;

/// What a path names.
struct TileName {
    bool entries = false; ///< an entry bundle; its level is 0
    int level = 0;
    std::uint64_t number = 0;
    int width = tile_width; ///< 1 to 255: partial; 256: full
    bool operator==(const TileName&) const = default;
};

/// "tile/0/x001/x234/067", "tile/entries/000.p/12".
[[nodiscard]] std::string path_of(const TileName& name);
/// Nothing where the text is not exactly what `path_of` writes for some name.
[[nodiscard]] std::optional<TileName> parse_tile_path(std::string_view path);

/// How many hashes the tile has in a tree of `size` leaves: 0 to 256. For entry bundles ask level 0.
[[nodiscard]] int width_in(std::uint64_t size, int level, std::uint64_t number);

[[nodiscard]] inline Sha256 hash_at(Bytes tile, int place) {
    return *Sha256::from_bytes(tile.subspan(static_cast<std::size_t>(place) * 32, 32));
}

/// Gives hashes of complete subtrees out of tiles, and keeps the tiles it has read. `Bytes` of a tile may be
/// of any width that has the hash asked for.
class NodesFromTiles {
  public:
    using Read = FunctionRef<std::string(int level, std::uint64_t number)>;
    /// `read` must outlive this; it gives at least the hashes the tree has, or throws.
    explicit NodesFromTiles(Read read) : read_(read) {}
    [[nodiscard]] Sha256 operator()(int height, std::uint64_t index);

  private:
    Read read_;
    std::map<std::pair<int, std::uint64_t>, std::string> tiles_;
};

/// Appends one entry to a bundle. An entry above entry_bytes_max is our mistake.
void append_to_bundle(std::string& bundle, std::string_view entry);

/// Takes a bundle apart, entry by entry.
class BundleReader {
  public:
    explicit BundleReader(std::string_view bundle) : bundle_(bundle) {}
    /// Where the next entry begins (its length), in bytes from the start.
    [[nodiscard]] std::size_t place() const { return place_; }
    [[nodiscard]] bool at_end() const { return place_ == bundle_.size(); }
    /// The next entry; nothing where what is left is shorter than it says, or nothing is left.
    [[nodiscard]] std::optional<std::string_view> next();

  private:
    std::string_view bundle_;
    std::size_t place_ = 0;
};

} // namespace poa::ledger
