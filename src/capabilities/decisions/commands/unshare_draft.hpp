// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"

namespace poa::decisions {

struct UnshareDraft {
    Id<Proposal> proposal;
    std::string state; ///< ISO3
};
[[nodiscard]] const Input<UnshareDraft>& input_of(Of<UnshareDraft>);

/// Takes it back: that State sees the draft no more. Records "decisions.unshare_draft" (state) for the own
/// delegation. Refuses (rule) "decisions.tabled_already", "decisions.not_shared", and "decisions.sponsors_it"
/// for a State that sponsors it: it leaves by itself.
[[nodiscard]] Result<Proposal> unshare_draft(ledger::Work& work, const identity::Actor& actor,
                                             const UnshareDraft& request);

} // namespace poa::decisions
