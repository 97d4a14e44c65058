// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct ShareDraft {
    Id<Proposal> proposal;
    std::string state; ///< ISO3
};
[[nodiscard]] const Input<ShareDraft>& input_of(Of<ShareDraft>);

/// Who drafts a proposal lets a State read it, and sponsor it, before it is tabled: nobody else sees it.
/// Records "decisions.share_draft" (state) for the own delegation. Refuses (rule) "decisions.tabled_already";
/// (bad_input, state) "decisions.no_member_state" (state), "decisions.own_state"; (conflict)
/// "decisions.shared_already".
[[nodiscard]] Result<Proposal> share_draft(ledger::Work& work, const identity::Actor& actor,
                                           const Mechanism& mechanism, const ShareDraft& request);

} // namespace poa::decisions
