// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decisions played through the platform's own commands: delegations draft and table, the Chair takes up, puts
// and closes, States object and vote, and what comes out is what the rule of the charter in force makes of
// it. Adoption takes effect: groups come into being, Chairs are elected, the charter gets its next version.

#include "capabilities/charter/behaviour.hpp"

namespace poa::app {

/// Takes the place of the behaviour "decisions" that only applies the rules, and draws what delegations
/// propose and say as that one does. Figures: those of that one, "proposals_late" (tabled after the last day
/// for documents; tried again for the next session) and "proposals_refused" (another rule of the charter said
/// no, such as who may touch the framework). A question of silence is closed on the first day after its
/// hours. A founding conference comes before the mechanism has a charter in force: there the rule alone is
/// applied. Needs: simulated_platform as the parts' platform; the States of the wish are Member States of the
/// shipped register. Throws OurMistake where a command refuses what no rule of the charter forbids.
[[nodiscard]] charter::BehaviourSpec decisions_through_commands();

} // namespace poa::app
