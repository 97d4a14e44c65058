// SPDX-License-Identifier: Apache-2.0
#pragma once
// States that fill in and release reports through the commands of national_reports.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

/// Takes the place of the behaviour "reports" that applies rules alone, with the same draws. A small survey
/// is drafted on the first day and adopted by a decision to which nobody objects; where the charter has no
/// form of reporting that a survey is, nothing can be sent.
[[nodiscard]] charter::BehaviourSpec reports_through_commands();

} // namespace poa::app
