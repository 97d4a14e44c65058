// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/tiles.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/decimal.hpp"

#include <fmt/core.h>

namespace poa::ledger {
namespace {

/// The last three digits stand alone, what is before in groups of three with an x: 1234067 is x001/x234/067.
std::string number_path(std::uint64_t number) {
    std::string path = fmt::format("{:03}", number % 1000);
    for (number /= 1000; number > 0; number /= 1000) path.insert(0, fmt::format("x{:03}/", number % 1000));
    return path;
}

std::optional<std::uint64_t> parse_number_path(std::string_view path) {
    std::vector<std::string_view> groups = split(path, '/');
    if (groups.size() > 6) return std::nullopt; // 18 digits: far above what 2^63 leaves need
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::string_view digits = groups[i];
        if (i + 1 < groups.size()) {
            if (!digits.starts_with('x')) return std::nullopt;
            digits.remove_prefix(1);
        }
        if (digits.size() != 3) return std::nullopt;
        for (char c : digits) {
            if (c < '0' || c > '9') return std::nullopt;
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
        }
    }
    return number;
}

} // namespace

std::string path_of(const TileName& name) {
    std::string path = name.entries ? std::string("tile/entries/") : fmt::format("tile/{}/", name.level);
    path += number_path(name.number);
    if (name.width < tile_width) path += fmt::format(".p/{}", name.width);
    return path;
}

std::optional<TileName> parse_tile_path(std::string_view path) {
    std::string_view rest = path;
    if (!rest.starts_with("tile/")) return std::nullopt;
    rest.remove_prefix(5);
    std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    TileName name;
    name.entries = rest.substr(0, slash) == "entries";
    auto level = name.entries ? std::optional<std::uint64_t>(0) : parse_decimal(rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
    if (std::size_t mark = rest.find(".p/"); mark != std::string_view::npos) {
        auto width = parse_decimal(rest.substr(mark + 3));
        if (!width || *width < 1 || *width >= tile_width) return std::nullopt;
        name.width = static_cast<int>(*width);
        rest = rest.substr(0, mark);
    }
    auto number = parse_number_path(rest);
    if (!level || *level > tile_level_max || !number) return std::nullopt;
    name.level = static_cast<int>(*level);
    name.number = *number;
    if (path_of(name) != path) return std::nullopt; // x000/001 and the like: one tile has one path
    return name;
}

int width_in(std::uint64_t size, int level, std::uint64_t number) {
    if (level > 7) return 0;
    std::uint64_t hashes = size >> (tile_height * level);
    if (number > hashes / tile_width) return 0;
    return static_cast<int>(std::min<std::uint64_t>(hashes - number * tile_width, tile_width));
}

Sha256 NodesFromTiles::operator()(int height, std::uint64_t index) {
    int level = height / tile_height;
    int inside = height % tile_height;
    std::uint64_t first = index << inside;
    auto place = static_cast<std::size_t>(first % tile_width) * 32;
    std::size_t length = (std::size_t{1} << inside) * 32;
    auto [tile, fresh] = tiles_.try_emplace({level, first / tile_width});
    if (fresh) tile->second = read_(level, first / tile_width);
    require(tile->second.size() >= place + length, "a tile as wide as the tree needs it");
    return complete_root(bytes_of(tile->second).subspan(place, length));
}

void append_to_bundle(std::string& bundle, std::string_view entry) {
    require(entry.size() <= entry_bytes_max, "an entry of at most 65535 bytes");
    bundle += static_cast<char>(entry.size() >> 8);
    bundle += static_cast<char>(entry.size() & 255);
    bundle += entry;
}

std::optional<std::string_view> BundleReader::next() {
    std::string_view rest = bundle_.substr(place_);
    if (rest.size() < 2) return std::nullopt;
    std::size_t length = static_cast<std::size_t>(static_cast<std::uint8_t>(rest[0])) << 8 |
                         static_cast<std::uint8_t>(rest[1]);
    if (rest.size() - 2 < length) return std::nullopt;
    place_ += 2 + length;
    return rest.substr(2, length);
}

} // namespace poa::ledger
