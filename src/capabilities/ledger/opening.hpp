// SPDX-License-Identifier: Apache-2.0
#pragma once
// The same question as check_opening of entry.hpp, for who has read the leaf already.

#include "capabilities/ledger/entry.hpp"

namespace poa::ledger {

/// Whether salt and body are what the leaf committed to.
[[nodiscard]] bool check_opening(const Leaf& leaf, std::string_view salt, std::string_view sealed_body);

} // namespace poa::ledger
