// SPDX-License-Identifier: Apache-2.0
#pragma once
// The Merkle tree of RFC 6962, section 2.1, over SHA-256: hashes, roots, proofs and their verification.
// Everything is told in terms of the hashes of complete subtrees, so that a root or a proof of n leaves reads
// O(log n) of them wherever they are kept (ledger/tiles.hpp).

#include "base/bytes.hpp"
#include "base/function_ref.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace poa::ledger {

[[nodiscard]] Sha256 leaf_hash(Bytes leaf);                              ///< SHA-256(0x00 || leaf)
[[nodiscard]] Sha256 node_hash(const Sha256& left, const Sha256& right); ///< SHA-256(0x01 || left || right)
[[nodiscard]] Sha256 empty_root(); ///< SHA-256 of nothing: a tree of size 0
/// The root over `hashes`, a power of two of them one after the other, 32 bytes each: a complete subtree.
[[nodiscard]] Sha256 complete_root(Bytes hashes);

/// Gives the hash of the complete subtree at `height` (0: a leaf's hash) with `index`: it covers the leaves
/// from index * 2^height up to but not including (index + 1) * 2^height. Asked only for subtrees inside the
/// tree.
using NodeReader = FunctionRef<Sha256(int height, std::uint64_t index)>;

[[nodiscard]] Sha256 root_of(NodeReader nodes, std::uint64_t size);
/// Needs index < size. From the sibling of the leaf up to the child of the root.
[[nodiscard]] std::vector<Sha256> inclusion_path(NodeReader nodes, std::uint64_t index, std::uint64_t size);
/// Needs from <= to. Empty where from is 0 or equals to.
[[nodiscard]] std::vector<Sha256> consistency_path(NodeReader nodes, std::uint64_t from, std::uint64_t to);

/// Whether `path` shows that `leaf` (its hash) stands at `index` in the tree of `size` leaves with `root`.
[[nodiscard]] bool proves_inclusion(const Sha256& leaf, std::uint64_t index, std::uint64_t size,
                                    const Sha256& root, std::span<const Sha256> path);
/// Whether `path` shows that the tree (to, to_root) begins with the tree (from, from_root).
[[nodiscard]] bool proves_consistency(std::uint64_t from, const Sha256& from_root, std::uint64_t to,
                                      const Sha256& to_root, std::span<const Sha256> path);

} // namespace poa::ledger
