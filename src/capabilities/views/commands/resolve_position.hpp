// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/changing.hpp"

namespace poa::views {

struct ResolvePosition {
    std::string actor, variable;
    std::string coder;         ///< whose reading is to stand
    std::string reason;        ///< recorded; not empty
    std::string revision = {}; ///< of the position as it was looked at; empty: whatever it is
};

/// Decides between coders that read a cell differently. Records "views.resolve_position". Refuses:
/// identity.not_permitted; not_found as find_cell; "views.no_such_position"; "views.no_such_reading" (field
/// coder); "views.reason_required"; "views.nothing_to_resolve", "views.same_answer",
/// "views.own_word_stands" (rule).
[[nodiscard]] Result<changing::Changed> resolve_position(ledger::Work& work, const identity::Actor& actor,
                                                         const ResolvePosition& request);

} // namespace poa::views
