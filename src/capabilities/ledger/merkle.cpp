// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/merkle.hpp"

#include "base/require.hpp"

#include <bit>
#include <cstring>

namespace poa::ledger {
namespace {

/// The largest power of two below `width` (RFC 6962, 2.1: k < n <= 2k).
std::uint64_t split_of(std::uint64_t width) {
    return std::bit_ceil(width) / 2;
}

/// The hash over the leaves [begin, end), where begin is a multiple of the power of two not below end -
/// begin.
Sha256 range_hash(NodeReader nodes, std::uint64_t begin, std::uint64_t end) {
    std::uint64_t width = end - begin;
    if (std::has_single_bit(width)) {
        int height = std::countr_zero(width);
        return nodes(height, begin >> height);
    }
    std::uint64_t middle = begin + split_of(width);
    Sha256 left = range_hash(nodes, begin, middle);
    return node_hash(left, range_hash(nodes, middle, end));
}

void add_inclusion(NodeReader nodes, std::uint64_t index, std::uint64_t begin, std::uint64_t end,
                   std::vector<Sha256>& path) {
    if (end - begin == 1) return;
    std::uint64_t middle = begin + split_of(end - begin);
    if (index < middle) {
        add_inclusion(nodes, index, begin, middle, path);
        path.push_back(range_hash(nodes, middle, end));
    } else {
        add_inclusion(nodes, index, middle, end, path);
        path.push_back(range_hash(nodes, begin, middle));
    }
}

/// RFC 6962, 2.1.2: SUBPROOF; `known` is its flag b: the verifier has the hash of [begin, old_end) already.
void add_consistency(NodeReader nodes, std::uint64_t old_end, std::uint64_t begin, std::uint64_t end,
                     bool known, std::vector<Sha256>& path) {
    if (old_end == end) {
        if (!known) path.push_back(range_hash(nodes, begin, end));
        return;
    }
    std::uint64_t middle = begin + split_of(end - begin);
    if (old_end <= middle) {
        add_consistency(nodes, old_end, begin, middle, known, path);
        path.push_back(range_hash(nodes, middle, end));
    } else {
        add_consistency(nodes, old_end, middle, end, false, path);
        path.push_back(range_hash(nodes, begin, middle));
    }
}

/// Walks from a node up to the root: where it stands (`at`) and where the last node of that height stands
/// (`last`).
struct Climb {
    std::uint64_t at;
    std::uint64_t last;

    /// Whether the next hash of a proof stands to the left of the node at hand.
    [[nodiscard]] bool sibling_is_left() const { return (at & 1) == 1 || at == last; }
    /// One level up; after a left sibling also over the levels where the node at hand has no sibling.
    void step(bool after_left) {
        if (after_left)
            while ((at & 1) == 0 && at != 0) up();
        up();
    }
    void up() {
        at >>= 1;
        last >>= 1;
    }
};

} // namespace

Sha256 leaf_hash(Bytes leaf) {
    static constexpr std::uint8_t prefix = 0;
    return sha256({Bytes(&prefix, 1), leaf});
}

Sha256 node_hash(const Sha256& left, const Sha256& right) {
    std::array<std::uint8_t, 65> joined;
    joined[0] = 1;
    std::memcpy(joined.data() + 1, left.bytes.data(), 32);
    std::memcpy(joined.data() + 33, right.bytes.data(), 32);
    return sha256(Bytes(joined));
}

Sha256 empty_root() {
    return sha256(std::string_view());
}

Sha256 complete_root(Bytes hashes) {
    require(hashes.size() % 32 == 0 && std::has_single_bit(hashes.size() / 32), "a power of two of hashes");
    std::vector<Sha256> row(hashes.size() / 32);
    for (std::size_t i = 0; i < row.size(); ++i) std::memcpy(row[i].bytes.data(), hashes.data() + 32 * i, 32);
    for (; row.size() > 1; row.resize(row.size() / 2))
        for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    return row.front();
}

Sha256 root_of(NodeReader nodes, std::uint64_t size) {
    return size == 0 ? empty_root() : range_hash(nodes, 0, size);
}

std::vector<Sha256> inclusion_path(NodeReader nodes, std::uint64_t index, std::uint64_t size) {
    require(index < size, "an index inside the tree");
    std::vector<Sha256> path;
    add_inclusion(nodes, index, 0, size, path);
    return path;
}

std::vector<Sha256> consistency_path(NodeReader nodes, std::uint64_t from, std::uint64_t to) {
    require(from <= to, "consistency from a smaller tree to a larger one");
    std::vector<Sha256> path;
    if (from != 0 && from != to) add_consistency(nodes, from, 0, to, true, path);
    return path;
}

// The two verifications follow RFC 9162, 2.1.3.2 and 2.1.4.2, whose trees are those of RFC 6962.

bool proves_inclusion(const Sha256& leaf, std::uint64_t index, std::uint64_t size, const Sha256& root,
                      std::span<const Sha256> path) {
    if (index >= size) return false;
    Climb climb{index, size - 1};
    Sha256 hash = leaf;
    for (const Sha256& sibling : path) {
        if (climb.last == 0) return false;
        bool left = climb.sibling_is_left();
        hash = left ? node_hash(sibling, hash) : node_hash(hash, sibling);
        climb.step(left);
    }
    return climb.last == 0 && hash == root;
}

bool proves_consistency(std::uint64_t from, const Sha256& from_root, std::uint64_t to, const Sha256& to_root,
                        std::span<const Sha256> path) {
    if (from > to) return false;
    if (from == to) return path.empty() && from_root == to_root;
    if (from == 0) return path.empty() && from_root == empty_root();
    Climb climb{from - 1, to - 1};
    while ((climb.at & 1) == 1) climb.up();
    // A complete old tree is itself the first hash of the walk; the proof leaves it out.
    bool complete = std::has_single_bit(from);
    if (!complete && path.empty()) return false;
    Sha256 old_hash = complete ? from_root : path.front();
    Sha256 new_hash = old_hash;
    for (const Sha256& sibling : path.subspan(complete ? 0 : 1)) {
        if (climb.last == 0) return false;
        bool left = climb.sibling_is_left();
        if (left) old_hash = node_hash(sibling, old_hash);
        new_hash = left ? node_hash(sibling, new_hash) : node_hash(new_hash, sibling);
        climb.step(left);
    }
    return climb.last == 0 && old_hash == from_root && new_hash == to_root;
}

} // namespace poa::ledger
