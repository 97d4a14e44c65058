// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether what is kept reads back.

#include "storage/sqlite/connection.hpp"

#include <string>
#include <vector>

namespace poa::storage::sqlite {

/// Empty when healthy; else a sentence for each thing that is wrong (quick_check, references).
[[nodiscard]] std::vector<std::string> problems_of(Connection& connection);

} // namespace poa::storage::sqlite
