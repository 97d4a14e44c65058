// SPDX-License-Identifier: Apache-2.0
#pragma once
// Packs the meetings of a year where placing each near its best day left some without a place.

#include "capabilities/charter/calendar_placing.hpp"

#include <optional>
#include <span>
#include <vector>

namespace poa::charter {

/// States that are looked at before giving up, so that a year without any room costs some milliseconds.
/// Twelve group meetings in two rounds and ten others of five kinds make about two thousand.
inline constexpr std::size_t packing_states_max = 4'000;

/// All of them, or nothing where no order of them fits between what stands (rounds stay in their order).
/// Among places that the order found leaves free, each takes the one nearest to its preferred day. Gives
/// nothing as well where more than packing_states_max states would have to be looked at.
[[nodiscard]] std::optional<std::vector<Placed>> pack(const Placing& placing, std::span<const Wanted> wanted,
                                                      std::span<const Placed> standing);

} // namespace poa::charter
