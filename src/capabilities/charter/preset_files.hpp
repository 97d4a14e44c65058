// SPDX-License-Identifier: Apache-2.0
#pragma once
// The texts of charters/*.yaml as part of the program.

#include "base/embedded.hpp"

namespace poa::charter {

/// Sorted by name.
[[nodiscard]] std::span<const Embedded> preset_files();

} // namespace poa::charter
