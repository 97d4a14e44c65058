// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/charter/process.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::charter {

struct EndProcess {
    std::string process; ///< key
    std::optional<Day> last;
};
const Input<EndProcess>& input_of(Of<EndProcess>);

/// Enters the last day of a process that had none. Records "charter.end_process". Refuses:
/// identity.not_permitted; "charter.no_such_process" (not_found); "charter.process_ended" (rule; last);
/// "charter.days_backwards" (bad_input).
[[nodiscard]] Result<Process> end_process(ledger::Work& work, const identity::Actor& actor,
                                          const EndProcess& request);

} // namespace poa::charter
