// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/views/call.hpp"

namespace poa::views {

struct CloseCall {
    std::string call; ///< slug
};
const Input<CloseCall>& input_of(Of<CloseCall>);

/// Closes a call for good: nothing more is taken, neither views nor consultations; who sent views may still
/// withdraw them. Not before the deadline has passed: States rely on it. Records "views.close_call" with the
/// deadline and how much came in. Refuses: "views.no_such_call" (not_found), "views.call_closed",
/// "views.deadline_runs" (rule), "views.stale" (conflict).
[[nodiscard]] Result<Call> close_call(ledger::Work& work, const identity::Actor& actor,
                                      const CloseCall& request);

} // namespace poa::views
