// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/growth.hpp"

#include "base/require.hpp"

namespace poa::ledger {

Growth::Growth(std::uint64_t size, NodesFromTiles::Read read) : size_(size) {
    for (int level = 0; (size >> (tile_height * level)) > 0; ++level) {
        auto width = static_cast<std::size_t>(width_in(size, level, edge_number(level)));
        std::string tile = width == 0 ? std::string() : read(level, edge_number(level));
        require(tile.size() >= width * 32, "a tile as wide as the tree needs it");
        tile.resize(width * 32);
        edges_.push_back(std::move(tile));
        if (tile_height * (level + 1) >= 64) break;
    }
}

void Growth::add(const Sha256& leaf, Full full) {
    ++size_;
    Sha256 hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == edges_.size()) edges_.emplace_back();
        std::string& edge = edges_[level];
        edge += text_of(hash.bytes);
        if (edge.size() < std::size_t{tile_width} * 32) return;
        int height = tile_height * static_cast<int>(level);
        full(static_cast<int>(level), (size_ >> height) / tile_width - 1, edge);
        hash = complete_root(bytes_of(edge));
        edge.clear();
    }
}

Sha256 Growth::root() const {
    auto read = [this](int level, std::uint64_t) { return edge(level); };
    // Every complete subtree on the way to the root stands in the partial tile of its level.
    NodesFromTiles nodes(read);
    return root_of(nodes, size_);
}

} // namespace poa::ledger
