// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/chain.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::decisions {

struct BeginChain {
    std::int64_t charter_version = 0; ///< that the sender saw
};
[[nodiscard]] const Input<BeginChain>& input_of(Of<BeginChain>);

/// The secretariat opens the record of the chain that founds the mechanism, with the steps of the charter in
/// force (clause 2.9). Until its last step is taken the mechanism decides nothing but its founding. Records
/// "decisions.begin_chain" (charter, steps) for everyone. Refuses: identity.not_permitted;
/// "charter.none_in_force" (rule); "decisions.chain_begun" (conflict); "decisions.charter_changed" (conflict;
/// version) where another version is in force; "decisions.charter_names_no_chain" (rule; clause 2.9).
[[nodiscard]] Result<Chain> begin_chain(ledger::Work& work, const identity::Actor& actor,
                                        const BeginChain& request);

} // namespace poa::decisions
