// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reference data shipped with the program: data/*.json. Link with poa_reference.

#include "base/embedded.hpp"
#include "base/require.hpp"

namespace poa {

/// All of it, sorted by name.
[[nodiscard]] std::span<const Embedded> reference_files();

/// One file, e.g. reference_file("members.json"). An unknown name is our mistake (require).
[[nodiscard]] inline std::string_view reference_file(std::string_view name) {
    const Embedded* found = find_embedded(reference_files(), name);
    require(found != nullptr, "a file of reference data that the program carries");
    return found->content;
}

} // namespace poa
