// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/changing.hpp"

namespace poa::views {

struct WithdrawPosition {
    std::string actor, variable;
    std::string reason;        ///< recorded under seal; may be empty: a State need not say why
    std::string revision = {}; ///< of the position as it was looked at; empty: whatever it is
};

/// A State takes back the reading of its own reply: it counts for nothing from then on, and no coder and no
/// import brings it back. Records "views.withdraw_position". Refuses: identity.not_permitted;
/// "views.not_a_state" (rule); not_found as find_cell; "views.no_such_position"; "views.same_answer" (rule:
/// it is withdrawn already).
[[nodiscard]] Result<changing::Changed> withdraw_position(ledger::Work& work, const identity::Actor& actor,
                                                          const WithdrawPosition& request);

} // namespace poa::views
