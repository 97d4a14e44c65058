// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which States' reports fall due in which year.

#include "capabilities/charter/modalities.hpp"

#include <cstdint>
#include <optional>

namespace poa::charter {

/// Of States in a fixed order: every `step` years after the first plenary a turn comes, and with `turns` of
/// them every State has had one. Without rotation there is one turn: everybody's.
struct ReportingTurns {
    std::int64_t step = 1;  ///< years from one turn to the next
    std::int64_t turns = 1; ///< after which it begins anew
    /// The turn of that year, from 0; nothing where no report falls due in it.
    [[nodiscard]] std::optional<std::int64_t> turn_of(int year, int first_year) const;
    /// Turns differ by one State at most.
    [[nodiscard]] bool is_due(std::size_t state, std::int64_t turn) const {
        return static_cast<std::int64_t>(state) % turns == turn;
    }
};

/// Where States take turns and each must have reported within `once_in_years_max`: as many turns as fit into
/// these years, one every `every_years`; without such a limit a turn comes each year, so that everybody has
/// had one within `every_years`. Of a span, the least. Where `every_years` is more than `once_in_years_max`,
/// the latter is kept.
[[nodiscard]] ReportingTurns reporting_turns(const Charter& charter);

} // namespace poa::charter
