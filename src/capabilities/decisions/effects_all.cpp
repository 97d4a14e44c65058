// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

namespace poa::decisions {

void add_effects(Effects& effects) {
    add_charter_effects(effects);
    add_recommendation_effects(effects);
    add_group_effects(effects);
    add_work_effects(effects);
    add_office_effects(effects);
    add_term_effects(effects);
    add_outcome_effects(effects);
}

} // namespace poa::decisions
