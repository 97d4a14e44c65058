// SPDX-License-Identifier: Apache-2.0
#pragma once
// The two searches of convergence.hpp: what divides most, and what least would have to change.

#include "capabilities/views/convergence_voices.hpp"

#include <optional>
#include <vector>

namespace poa::views {

/// As Cleavage says; nothing where nothing divides.
[[nodiscard]] std::optional<Cleavage>
widest_cleavage(const Voices& voices, const Compatibility& compatibility, const std::vector<Option>& options);
/// As SmallestChange says. `largest`: the largest group that could meet already.
[[nodiscard]] std::optional<SmallestChange>
smallest_change(const Voices& voices, const std::vector<Option>& options, const MeetingGroup& largest);

} // namespace poa::views
