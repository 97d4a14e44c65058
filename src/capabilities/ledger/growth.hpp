// SPDX-License-Identifier: Apache-2.0
#pragma once
// A tree that grows at its right edge: takes leaf hashes in order, and knows its root and the tiles it
// touches. Holds one tile a level, so it is as small for a thousand million leaves as for a thousand.

#include "capabilities/ledger/tiles.hpp"

#include <vector>

namespace poa::ledger {

class Growth {
  public:
    /// Called with every tile that has got its last hash (8192 bytes), lower levels first.
    using Full = FunctionRef<void(int level, std::uint64_t number, const std::string& hashes)>;

    Growth() = default; ///< an empty tree
    /// A tree of `size` leaves; `read` gives the partial tiles of its right edge.
    Growth(std::uint64_t size, NodesFromTiles::Read read);

    void add(const Sha256& leaf, Full full);
    void add(const Sha256& leaf) {
        add(leaf, [](int, std::uint64_t, const std::string&) {});
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Sha256 root() const;

    /// The partial tile at `level` of the right edge: 0 to 255 hashes.
    [[nodiscard]] const std::string& edge(int level) const { return edges_[static_cast<std::size_t>(level)]; }
    [[nodiscard]] int levels() const { return static_cast<int>(edges_.size()); }
    [[nodiscard]] std::uint64_t edge_number(int level) const {
        return (size_ >> (tile_height * level)) / tile_width;
    }

  private:
    std::uint64_t size_ = 0;
    std::vector<std::string> edges_;
};

} // namespace poa::ledger
