// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decimal numbers as the formats of a transparency log write them: ASCII digits, no leading zero but in "0"
// itself.

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace poa::ledger {

/// Nothing where the text is anything else, or the number does not fit a signed 64-bit column.
[[nodiscard]] constexpr std::optional<std::uint64_t> parse_decimal(std::string_view text) {
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    if (text.empty() || text.size() > 19 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    std::uint64_t number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (number > most) return std::nullopt;
    return number;
}

} // namespace poa::ledger
