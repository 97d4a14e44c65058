// SPDX-License-Identifier: Apache-2.0
#pragma once
// When somebody is reminded of a day. Pure.

#include "base/time.hpp"

#include <array>
#include <optional>

namespace poa::notices {

/// No charter names such days, so these are ours: a month before, a week before, and on the day itself.
inline constexpr std::array reminder_days = {30, 7, 0};

/// Which reminder of `due` it is time for: the days before that it is meant for (30, 7, 0). Where the
/// platform did not run on the day it was meant for, it comes late, and one that is overtaken by the next
/// does not come at all. Nothing more than a month before, and nothing after the day: silence has no
/// consequence.
[[nodiscard]] std::optional<int> reminder_on(Day due, Day today);

} // namespace poa::notices
