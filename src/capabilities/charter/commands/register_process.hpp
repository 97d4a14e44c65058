// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/charter/process.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::charter {

struct RegisterProcess {
    std::string title, mandate, part;
    std::optional<Day> from, to;
};
const Input<RegisterProcess>& input_of(Of<RegisterProcess>);

/// Enters a process beside the mechanism (A/78/76 paras. 21, 22 and 46: one track, no parallel ones). It is
/// entered also where it makes a second track: what exists is a fact, and the page shows the conflict.
/// Records "charter.register_process". Refuses: identity.not_permitted; "charter.process_known" (conflict);
/// "charter.days_backwards" (bad_input).
[[nodiscard]] Result<Process> register_process(ledger::Work& work, const identity::Actor& actor,
                                               const RegisterProcess& request);

} // namespace poa::charter
