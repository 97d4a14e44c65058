// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/pages_activity.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"

namespace poa::decisions {

struct ActivityQuery {
    std::int64_t year = 0; ///< 0: the year before this one
};
[[nodiscard]] const Input<ActivityQuery>& input_of(Of<ActivityQuery>);

/// Meetings are those of the charter in force, for the platform does not yet know which were held; those that
/// depend on a decision are left out.
[[nodiscard]] ActivityPage load_activity(const Reading& reading, const ActivityQuery& query);

} // namespace poa::decisions
