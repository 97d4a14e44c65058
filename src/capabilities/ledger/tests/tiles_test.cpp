// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "capabilities/ledger/decimal.hpp"
#include "capabilities/ledger/growth.hpp"
#include "capabilities/ledger/tests/property.hpp"
#include "capabilities/ledger/tests/reference.hpp"
#include "capabilities/ledger/tiles.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

TEST(Tiles, PathsAsTheFormatWritesThem) {
    EXPECT_EQ(path_of({false, 0, 0, 256}), "tile/0/000");
    EXPECT_EQ(path_of({false, 1, 1234067, 256}), "tile/1/x001/x234/067");
    EXPECT_EQ(path_of({false, 63, 1000, 1}), "tile/63/x001/000.p/1");
    EXPECT_EQ(path_of({true, 0, 999, 255}), "tile/entries/999.p/255");
}

TEST(Tiles, PathsReadBack) {
    expect_property("every name reads back from its path", [] {
        TileName name;
        name.entries = *rc::gen::arbitrary<bool>();
        name.level = name.entries ? 0 : *rc::gen::inRange(0, 64);
        name.number = *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000'000'000'000);
        name.width = *rc::gen::inRange(1, 257);
        RC_ASSERT(parse_tile_path(path_of(name)) == name);
    });
}

TEST(Tiles, OtherPathsAreRefused) {
    for (std::string_view path : {"",
                                  "tile",
                                  "tile/",
                                  "tile/0",
                                  "tile/0/",
                                  "tile/0/0",
                                  "tile/0/00",
                                  "tile/0/0000",
                                  "tile/00/000",
                                  "tile/64/000",
                                  "tile/-1/000",
                                  "tile/+1/000",
                                  "tile/a/000",
                                  "tile/0/x000/001",
                                  "tile/0/001/001",
                                  "tile/0/x001/x001",
                                  "tile/0/x01/001",
                                  "tile/0/000.p",
                                  "tile/0/000.p/",
                                  "tile/0/000.p/0",
                                  "tile/0/000.p/256",
                                  "tile/0/000.p/01",
                                  "tile/0/000.p/1/",
                                  "tile/0/000.p/1.p/1",
                                  "/tile/0/000",
                                  "tile/0/000/",
                                  "tile//000",
                                  "tile/0//000",
                                  "tile/0/ 00",
                                  "tile/0/0a0",
                                  "tile/entries",
                                  "tile/entries/",
                                  "tile/Entries/000",
                                  "tile/entries/0/000",
                                  "tile/0/x001/x000/x000/x000/x000/x000/000",
                                  "checkpoint"})
        EXPECT_FALSE(parse_tile_path(path)) << path;
}

TEST(Tiles, WidthsOfTheFormatsExample) {
    // C2SP tlog-tiles, "Partial Tiles": a tree of 70,000.
    EXPECT_EQ(width_in(70'000, 0, 272), 256);
    EXPECT_EQ(width_in(70'000, 0, 273), 112);
    EXPECT_EQ(width_in(70'000, 0, 274), 0);
    EXPECT_EQ(width_in(70'000, 1, 0), 256);
    EXPECT_EQ(width_in(70'000, 1, 1), 17);
    EXPECT_EQ(width_in(70'000, 2, 0), 1);
    EXPECT_EQ(width_in(70'000, 3, 0), 0);
    EXPECT_EQ(width_in(256, 0, 0), 256);
    EXPECT_EQ(width_in(256, 0, 1), 0);
    EXPECT_EQ(width_in(256, 1, 0), 1);
    EXPECT_EQ(width_in(0, 0, 0), 0);
    EXPECT_EQ(width_in(70'000, 63, 0), 0);
    EXPECT_EQ(width_in(70'000, 0, std::numeric_limits<std::int64_t>::max()), 0);
}

TEST(Tiles, GrowthGivesTheTilesAndRootsOfTheDefinition) {
    constexpr std::size_t most = 65'537;
    reference::Tree tree = reference::numbered_tree(most);
    std::map<std::pair<int, std::uint64_t>, std::string> tiles;
    auto keep = [&](int level, std::uint64_t number, const std::string& hashes) {
        EXPECT_EQ(hashes.size(), 8192u);
        EXPECT_TRUE(tiles.try_emplace({level, number}, hashes).second) << "a tile is full once";
    };
    const std::set<std::size_t> sizes = {0, 1, 2, 255, 256, 257, 511, 512, 65'535, 65'536, 65'537};
    Growth growth;
    for (std::size_t size = 0;; ++size) {
        if (sizes.contains(size)) {
            EXPECT_EQ(growth.size(), size);
            EXPECT_EQ(growth.root(), tree.root(size)) << size;
            for (int level = 0; level < growth.levels(); ++level) {
                std::size_t span = std::size_t{1} << (8 * level);
                EXPECT_EQ(growth.edge(level).size() / 32, size / span % 256) << size;
                for (std::size_t place = 0; place < growth.edge(level).size() / 32; ++place) {
                    std::size_t first = (growth.edge_number(level) * 256 + place) * span;
                    ASSERT_EQ(hash_at(bytes_of(growth.edge(level)), static_cast<int>(place)),
                              tree.root(first, first + span));
                }
            }
        }
        if (size == most) break;
        growth.add(leaf_hash(bytes_of(tree.leaves()[size])), keep);
    }
    EXPECT_EQ(tiles.size(), 256u + 1u);
    for (const auto& [place, hashes] : tiles) {
        std::size_t span = std::size_t{1} << (8 * place.first);
        for (std::size_t i = 0; i < 256; i += 51) {
            std::size_t first = (place.second * 256 + i) * span;
            ASSERT_EQ(hash_at(bytes_of(hashes), static_cast<int>(i)), tree.root(first, first + span));
        }
    }
}

TEST(Tiles, GrowthGoesOnFromTheStoredEdge) {
    expect_property("a tree continued from its tiles is the tree grown in one go", [] {
        auto before = *rc::gen::inRange<std::size_t>(0, 700);
        auto more = *rc::gen::inRange<std::size_t>(0, 700);
        std::map<std::pair<int, std::uint64_t>, std::string> tiles;
        auto keep = [&](int level, std::uint64_t number, const std::string& hashes) {
            tiles[{level, number}] = hashes;
        };
        Growth whole;
        auto leaf = [](std::size_t i) { return leaf_hash(bytes_of(std::to_string(i))); };
        for (std::size_t i = 0; i < before; ++i) whole.add(leaf(i), keep);
        for (int level = 0; level < whole.levels(); ++level)
            if (!whole.edge(level).empty()) keep(level, whole.edge_number(level), whole.edge(level));
        auto read = [&](int level, std::uint64_t number) { return tiles.at({level, number}); };
        Growth continued(before, read);
        RC_ASSERT(continued.root() == whole.root());
        for (std::size_t i = before; i < before + more; ++i) {
            whole.add(leaf(i));
            continued.add(leaf(i));
        }
        RC_ASSERT(continued.root() == whole.root());
        RC_ASSERT(continued.size() == before + more);
    });
}

TEST(Tiles, ProofsOutOfTilesReadFewOfThem) {
    constexpr std::size_t size = 65'537;
    reference::Tree tree = reference::numbered_tree(size);
    std::map<std::pair<int, std::uint64_t>, std::string> tiles;
    Growth growth;
    for (const std::string& leaf : tree.leaves())
        growth.add(leaf_hash(bytes_of(leaf)), [&](int level, std::uint64_t number, const std::string& h) {
            tiles[{level, number}] = h;
        });
    for (int level = 0; level < growth.levels(); ++level)
        tiles[{level, growth.edge_number(level)}] = growth.edge(level);
    int reads = 0;
    auto read = [&](int level, std::uint64_t number) {
        ++reads;
        return tiles.at({level, number});
    };
    for (std::size_t index : {0, 1, 255, 256, 300, 32'768, 65'535, 65'536}) {
        reads = 0;
        NodesFromTiles nodes(read);
        EXPECT_EQ(inclusion_path(nodes, index, size), tree.path(index, 0, size));
        EXPECT_LE(reads, 4) << "one tile a level, and the edge";
    }
}

TEST(Tiles, BundlesReadBack) {
    expect_property("entries come out of a bundle as they went in",
                    [](const std::vector<std::string>& entries) {
                        std::string bundle;
                        for (const std::string& entry : entries) append_to_bundle(bundle, entry);
                        BundleReader reader(bundle);
                        for (const std::string& entry : entries) RC_ASSERT(reader.next() == entry);
                        RC_ASSERT(reader.at_end());
                        RC_ASSERT(!reader.next());
                    });
}

TEST(Tiles, BundlesHaveLengthsOfTwoBytesHigherFirst) {
    std::string bundle;
    append_to_bundle(bundle, std::string(258, 'x'));
    append_to_bundle(bundle, "");
    EXPECT_EQ(to_hex(bytes_of(bundle.substr(0, 2))), "0102");
    EXPECT_EQ(to_hex(bytes_of(bundle.substr(260))), "0000");
    append_to_bundle(bundle, std::string(entry_bytes_max, 'y'));
    EXPECT_THROW(append_to_bundle(bundle, std::string(entry_bytes_max + 1, 'y')), OurMistake);
    BundleReader cut(std::string_view(bundle).substr(0, 100));
    EXPECT_FALSE(cut.next());
    EXPECT_FALSE(cut.at_end());
    EXPECT_EQ(cut.place(), 0u);
}

TEST(Decimal, OnlyCanonicalNumbers) {
    EXPECT_EQ(parse_decimal("0"), 0u);
    EXPECT_EQ(parse_decimal("9223372036854775807"), 9223372036854775807u);
    for (std::string_view text : {"", "00", "01", "+1", "-1", " 1", "1 ", "1a", "0x1", "9223372036854775808",
                                  "18446744073709551616", "99999999999999999999", "\xD9\xA1"})
        EXPECT_FALSE(parse_decimal(text)) << text;
}

} // namespace
} // namespace poa::ledger
