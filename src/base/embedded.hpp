// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file that is part of the program (cmake/embed.cmake puts it there).

#include <algorithm>
#include <span>
#include <string_view>

namespace poa {

struct Embedded {
    std::string_view path;    ///< within its set, e.g. "members.json"
    std::string_view content; ///< as long as the program runs
};

/// The file of that path in a set sorted by path, as every generated set is; null where there is none.
[[nodiscard]] inline const Embedded* find_embedded(std::span<const Embedded> files, std::string_view path) {
    auto found = std::ranges::lower_bound(files, path, {}, &Embedded::path);
    return found != files.end() && found->path == path ? &*found : nullptr;
}

} // namespace poa
