// SPDX-License-Identifier: Apache-2.0
#include "app/effects.hpp"

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/commitments/effects_goal.hpp"
#include "capabilities/national_reports/effects_survey.hpp"

namespace poa::app {

void add_all_effects(decisions::Effects& effects) {
    decisions::add_effects(effects);
    acquis::add_effects(effects);
    national_reports::add_effects(effects);
    commitments::add_effects(effects);
}

} // namespace poa::app
