// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/pages_activity.hpp"
#include "web/visit.hpp"

namespace poa::decisions {

[[nodiscard]] web::Screen draw_activity(const ActivityPage& page, const web::Visit& visit);

} // namespace poa::decisions
