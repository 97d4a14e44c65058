// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/views/call.hpp"

namespace poa::views {

struct ExtendCall {
    std::string call; ///< slug
    std::optional<Day> deadline;
    std::string reason; ///< shown with the extension
};
const Input<ExtendCall>& input_of(Of<ExtendCall>);

/// Moves the deadline to a later day, also after it has passed, which is then said. What came late before
/// stays marked with the deadline that held when it came. Records "views.extend_call" with both days; the
/// reason is sealed. Refuses: "views.no_such_call" (not_found), "views.call_closed" (rule), the fields
/// (bad_input, all at once) input.required, views.deadline_not_later, views.day_past; "views.stale"
/// (conflict).
[[nodiscard]] Result<Call> extend_call(ledger::Work& work, const identity::Actor& actor,
                                       const ExtendCall& request);

} // namespace poa::views
