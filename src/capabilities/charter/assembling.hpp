// SPDX-License-Identifier: Apache-2.0
#pragma once
// From files to charters: what a file does not say it takes from the charter it is based on, clause by
// clause.

#include "capabilities/charter/charter_file.hpp"

#include <functional>
#include <map>
#include <string>

namespace poa::charter {

/// A file by its charter's id; null where there is none.
using FindFile = std::function<const CharterFile*(std::string_view id)>;

inline constexpr std::size_t generations_max = 8;

/// Refuses (bad_input): "charter.unknown_base" (base), "charter.cycle" (chain),
/// "charter.too_many_generations" (max), and for every clause that nobody in the chain says
/// "charter.clause_missing" (field, clause).
[[nodiscard]] Result<Charter> assemble(const CharterFile& file, const FindFile& find);

} // namespace poa::charter
