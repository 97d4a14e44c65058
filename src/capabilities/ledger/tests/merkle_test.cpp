// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/merkle.hpp"
#include "capabilities/ledger/tests/property.hpp"
#include "capabilities/ledger/tests/reference.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

std::string unhex(std::string_view hex) {
    return *from_hex(hex);
}

/// The eight leaves and roots that implementations of RFC 6962 share as test vectors.
const std::vector<std::string>& known_leaves() {
    static const std::vector<std::string> leaves = {"",
                                                    unhex("00"),
                                                    unhex("10"),
                                                    unhex("2021"),
                                                    unhex("3031"),
                                                    unhex("40414243"),
                                                    unhex("5051525354555657"),
                                                    unhex("606162636465666768696a6b6c6d6e6f")};
    return leaves;
}
const std::vector<std::string> known_roots = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

/// Nodes of a tree that is held as a plain list of leaf hashes.
class Nodes {
  public:
    explicit Nodes(const std::vector<std::string>& leaves) {
        for (const std::string& leaf : leaves) {
            Sha256 hash = leaf_hash(bytes_of(leaf));
            hashes_ += text_of(hash.bytes);
        }
    }
    Sha256 operator()(int height, std::uint64_t index) const {
        return complete_root(bytes_of(hashes_).subspan((index << height) * 32, (std::size_t{32} << height)));
    }

  private:
    std::string hashes_;
};

TEST(Merkle, RootsOfTheKnownVectors) {
    Nodes nodes(known_leaves());
    for (std::size_t size = 0; size < known_roots.size(); ++size)
        EXPECT_EQ(root_of(nodes, size).hex(), known_roots[size]) << size;
}

TEST(Merkle, ProofsOfTheKnownVectors) {
    Nodes nodes(known_leaves());
    auto path = inclusion_path(nodes, 5, 8);
    ASSERT_EQ(path.size(), 3u);
    EXPECT_EQ(path[0].hex(), "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    EXPECT_EQ(path[1].hex(), "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0");
    EXPECT_EQ(path[2].hex(), "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    auto consistency = consistency_path(nodes, 6, 8);
    ASSERT_EQ(consistency.size(), 3u);
    EXPECT_EQ(consistency[0].hex(), "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a");
    EXPECT_EQ(consistency[1].hex(), "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0");
    EXPECT_EQ(consistency[2].hex(), "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
}

TEST(Merkle, EveryConsistencyProofUpTo300AgreesWithTheDefinition) {
    constexpr std::size_t most = 300;
    reference::Tree tree = reference::numbered_tree(most);
    Nodes nodes(tree.leaves());
    for (std::size_t to = 0; to <= most; ++to) {
        ASSERT_EQ(root_of(nodes, to), tree.root(to));
        for (std::size_t from = 0; from <= to; ++from) {
            auto path = consistency_path(nodes, from, to);
            if (from > 0 && from < to) {
                ASSERT_EQ(path, tree.subproof(from, 0, to, true)) << from << ' ' << to;
            }
            ASSERT_TRUE(proves_consistency(from, tree.root(from), to, tree.root(to), path))
                << from << ' ' << to;
        }
    }
}

TEST(Merkle, EveryInclusionProofUpTo130AgreesWithTheDefinition) {
    constexpr std::size_t most = 130;
    reference::Tree tree = reference::numbered_tree(most);
    Nodes nodes(tree.leaves());
    for (std::size_t size = 1; size <= most; ++size) {
        for (std::size_t index = 0; index < size; ++index) {
            auto path = inclusion_path(nodes, index, size);
            ASSERT_EQ(path, tree.path(index, 0, size)) << index << ' ' << size;
            Sha256 leaf = leaf_hash(bytes_of(tree.leaves()[index]));
            ASSERT_TRUE(proves_inclusion(leaf, index, size, tree.root(size), path));
        }
    }
}

TEST(Merkle, ProofsOfAnythingElseFail) {
    expect_property("a changed proof, leaf, root or place does not verify", [] {
        auto size = *rc::gen::inRange<std::size_t>(2, 300);
        auto index = *rc::gen::inRange<std::size_t>(0, size);
        reference::Tree tree = reference::numbered_tree(size);
        Nodes nodes(tree.leaves());
        Sha256 leaf = leaf_hash(bytes_of(tree.leaves()[index]));
        auto path = inclusion_path(nodes, index, size);
        Sha256 root = tree.root(size);
        RC_ASSERT(proves_inclusion(leaf, index, size, root, path));
        auto place = *rc::gen::inRange<std::size_t>(0, path.size());
        auto bit = *rc::gen::inRange(0, 256);
        auto flip = [bit](Sha256 hash) {
            hash.bytes[static_cast<std::size_t>(bit / 8)] ^= static_cast<std::uint8_t>(1 << (bit % 8));
            return hash;
        };
        auto changed = path;
        changed[place] = flip(changed[place]);
        RC_ASSERT(!proves_inclusion(leaf, index, size, root, changed));
        RC_ASSERT(!proves_inclusion(flip(leaf), index, size, root, path));
        RC_ASSERT(!proves_inclusion(leaf, index, size, flip(root), path));
        RC_ASSERT(!proves_inclusion(leaf, size, size, root, path));
        auto other = *rc::gen::inRange<std::size_t>(0, size);
        RC_ASSERT(other == index || !proves_inclusion(leaf, other, size, root, path));
        changed = path;
        changed.pop_back();
        RC_ASSERT(!proves_inclusion(leaf, index, size, root, changed));
        changed = path;
        changed.push_back(root);
        RC_ASSERT(!proves_inclusion(leaf, index, size, root, changed));
    });
    expect_property("a changed consistency proof does not verify", [] {
        auto to = *rc::gen::inRange<std::size_t>(2, 300);
        auto from = *rc::gen::inRange<std::size_t>(1, to);
        reference::Tree tree = reference::numbered_tree(to);
        Nodes nodes(tree.leaves());
        auto path = consistency_path(nodes, from, to);
        Sha256 old_root = tree.root(from), new_root = tree.root(to);
        RC_ASSERT(proves_consistency(from, old_root, to, new_root, path));
        RC_ASSERT(!proves_consistency(from, new_root, to, old_root, path));
        RC_ASSERT(!proves_consistency(to, new_root, from, old_root, path));
        auto place = *rc::gen::inRange<std::size_t>(0, path.size());
        auto changed = path;
        changed[place].bytes[3] ^= 4;
        RC_ASSERT(!proves_consistency(from, old_root, to, new_root, changed));
        changed = path;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(place));
        RC_ASSERT(!proves_consistency(from, old_root, to, new_root, changed));
        changed = path;
        changed.push_back(new_root);
        RC_ASSERT(!proves_consistency(from, old_root, to, new_root, changed));
    });
}

TEST(Merkle, TheEmptyTree) {
    EXPECT_TRUE(proves_consistency(0, empty_root(), 0, empty_root(), {}));
    Sha256 other = leaf_hash({});
    EXPECT_TRUE(proves_consistency(0, empty_root(), 7, other, {}));
    EXPECT_FALSE(proves_consistency(0, other, 7, other, {}));
    EXPECT_FALSE(proves_consistency(0, empty_root(), 7, other, std::span(&other, 1)));
    EXPECT_FALSE(proves_inclusion(other, 0, 0, empty_root(), {}));
    EXPECT_TRUE(proves_inclusion(other, 0, 1, other, {}));
}

} // namespace
} // namespace poa::ledger
