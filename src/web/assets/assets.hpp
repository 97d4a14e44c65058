// SPDX-License-Identifier: Apache-2.0
#pragma once
// What browsers load, and the interface's words, as carried in the program. Any thread; views last as long as
// it runs.

#include <span>
#include <string_view>

namespace poa::web::assets {

struct Asset {
    std::string_view name; ///< "style.css"
    std::string_view
        hashed_name; ///< "style.3fa2c1d04b.css": changes with the content, so it may be kept for ever
    std::string_view content_type; ///< "text/css; charset=utf-8"
    std::string_view content;
    std::string_view gzipped; ///< the same, compressed
};

/// Sorted by hashed name.
[[nodiscard]] std::span<const Asset> all_assets();

/// The asset asked for as /assets/{hashed_name}; null where there is none (of that content).
[[nodiscard]] const Asset* find_asset(std::string_view hashed_name);

/// The address of an asset: asset_path("style.css") is "/assets/style.3fa2c1d04b.css". An unknown name is our
/// mistake (require).
[[nodiscard]] std::string_view asset_path(std::string_view name);

/// The compiled gettext catalogue (.mo) of a language ("fr"); empty where the program carries none, as for
/// English, which the source strings are.
[[nodiscard]] std::string_view catalogue(std::string_view language);

} // namespace poa::web::assets
