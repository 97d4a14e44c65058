// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/chain.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::decisions {

struct RecordExternalStep {
    std::string step;   ///< name of the step that is waited for
    std::string symbol; ///< "A/RES/80/16"
    std::optional<Day> day;
    std::string manner; ///< "consensus", "vote"
    std::string source; ///< where it can be read
};
[[nodiscard]] const Input<RecordExternalStep>& input_of(Of<RecordExternalStep>);

/// The secretariat enters what a body outside this platform did in the chain that founds the mechanism: a
/// fact with its symbol, day and source. Records "decisions.record_external_step" (step, symbol, day, manner,
/// source) for everyone. Refuses: identity.not_permitted; "charter.none_in_force", "decisions.no_chain"
/// (rule); and as may_take.
[[nodiscard]] Result<Chain> record_external_step(ledger::Work& work, const identity::Actor& actor,
                                                 const RecordExternalStep& request);

} // namespace poa::decisions
