// SPDX-License-Identifier: Apache-2.0
#pragma once
// Mistakes of ours in asking a database, told with the query's name; the same on both engines.

#include "storage/database.hpp"

#include <span>
#include <string_view>

namespace poa::storage {

/// Throws OurMistake: `column` of the query's answer is not `what`.
[[noreturn]] void mistaken_column(std::string_view query_name, int column, std::string_view what);

/// Throws OurMistake where there are more or fewer parameters than placeholders, or where a text is not UTF-8
/// or holds NUL.
void require_placeholders(std::string_view query_name, std::size_t placeholders,
                          std::span<const Parameter> parameters);

} // namespace poa::storage
