// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/call.hpp"

namespace poa::views {

struct RemindCall {
    std::string call; ///< slug
    std::string text;
    std::string channel; ///< one of `channels`
};
const Input<RemindCall>& input_of(Of<RemindCall>);

/// Puts on the record that the States called that have not submitted were reminded today: which they are is
/// worked out here and kept. Nothing is sent from here. Records "views.remind_call" with their number; the
/// text is sealed. Refuses: "views.no_such_call" (not_found), "views.call_closed", "views.not_open_yet",
/// "views.nobody_to_remind" (rule), the fields (bad_input) input.required, input.not_a_choice.
[[nodiscard]] Result<Reminder> remind_call(ledger::Work& work, const identity::Actor& actor,
                                           const RemindCall& request, const members::Register& states);

} // namespace poa::views
