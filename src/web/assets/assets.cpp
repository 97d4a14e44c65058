// SPDX-License-Identifier: Apache-2.0
#include "web/assets/assets.hpp"

#include "base/embedded.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace poa::web::assets {

std::span<const Embedded> browser_files();   // generated, cmake/embed.cmake
std::span<const Embedded> catalogue_files(); // generated, cmake/embed.cmake

namespace {

/// The built files by the names their manifest gives them (src/web/assets/build.mjs writes it).
struct Shelf {
    boost::json::value manifest; ///< owns what the assets' views point into
    std::vector<Asset> assets;
    std::vector<std::string> paths; ///< in the order of the assets
};

std::string_view embedded(std::string_view path) {
    const Embedded* found = find_embedded(browser_files(), path);
    require(found != nullptr, "what the manifest of assets names is in the program");
    return found->content;
}

Asset read(const boost::json::key_value_pair& entry) {
    const boost::json::object& facts = entry.value().as_object();
    std::string_view hashed_name = facts.at("file").as_string();
    return {.name = entry.key(),
            .hashed_name = hashed_name,
            .content_type = facts.at("content_type").as_string(),
            .content = embedded(hashed_name),
            .gzipped = embedded(std::string(hashed_name) + ".gz")};
}

Shelf fill() {
    auto manifest = parse_json(embedded("manifest.json"));
    require(manifest.has_value(), "the manifest of assets is JSON");
    Shelf shelf{std::move(*manifest), {}, {}};
    for (const auto& entry : shelf.manifest.as_object()) shelf.assets.push_back(read(entry));
    std::ranges::sort(shelf.assets, {}, &Asset::hashed_name);
    for (const Asset& asset : shelf.assets)
        shelf.paths.push_back("/assets/" + std::string(asset.hashed_name));
    return shelf;
}

const Shelf& shelf() {
    static const Shelf filled = fill();
    return filled;
}

} // namespace

std::span<const Asset> all_assets() {
    return shelf().assets;
}

const Asset* find_asset(std::string_view hashed_name) {
    const auto& assets = shelf().assets;
    auto found = std::ranges::lower_bound(assets, hashed_name, {}, &Asset::hashed_name);
    return found != assets.end() && found->hashed_name == hashed_name ? &*found : nullptr;
}

std::string_view asset_path(std::string_view name) {
    const auto& assets = shelf().assets;
    auto found = std::ranges::find(assets, name, &Asset::name);
    require(found != assets.end(), "an asset that the program carries");
    return shelf().paths[static_cast<std::size_t>(found - assets.begin())];
}

std::string_view catalogue(std::string_view language) {
    const Embedded* found = find_embedded(catalogue_files(), std::string(language) + ".mo");
    return found == nullptr ? std::string_view() : found->content;
}

} // namespace poa::web::assets
