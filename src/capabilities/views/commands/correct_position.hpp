// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/changing.hpp"

namespace poa::views {

struct CorrectPosition {
    std::string actor, variable;
    std::string answer, strength;
    std::string quote; ///< a phrase of the own paper; empty: the passage stays as it is
    std::string note;
    std::string revision = {}; ///< of the position as it was looked at; empty: whatever it is
};

/// A State says how its own reply is to be read. Its word stands: no coder and no import changes it again.
/// Records "views.correct_position". Refuses: identity.not_permitted (only its own delegation may);
/// "views.not_a_state" (rule); not_found as find_cell; bad answers, strengths and phrases (bad_input, all at
/// once); "views.same_answer" (rule: it says so already, in its own word).
[[nodiscard]] Result<changing::Changed> correct_position(ledger::Work& work, const identity::Actor& actor,
                                                         const CorrectPosition& request);

} // namespace poa::views
