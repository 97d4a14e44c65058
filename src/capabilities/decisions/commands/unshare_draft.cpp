// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/unshare_draft.hpp"

#include "capabilities/decisions/store_rulings.hpp"

#include <algorithm>

namespace poa::decisions {

const Input<UnshareDraft>& input_of(Of<UnshareDraft>) {
    static const auto input =
        Input<UnshareDraft>("decisions.unshare_draft")
            .id("proposal", &UnshareDraft::proposal)
            .line("state", &UnshareDraft::state,
                  {.label = N_("State"), .hint = N_("Its code of three letters."), .characters_max = 3});
    return input;
}

Result<Proposal> unshare_draft(ledger::Work& work, const identity::Actor& actor,
                               const UnshareDraft& request) {
    auto found = own_draft(work, actor, "decisions.unshare_draft", request.proposal);
    if (!found) return refuse(found.error());
    const auto sponsors = store::sponsors_of(work.session(), request.proposal);
    if (std::ranges::find(sponsors, request.state, &Sponsor::state) != sponsors.end())
        return refuse(Refusal::Kind::rule, "decisions.sponsors_it");
    if (!store::end_invitation(work.session(), request.proposal, request.state, work.now()))
        return refuse(Refusal::Kind::rule, "decisions.not_shared");
    ledger::Entry entry = entry_of("decisions.unshare_draft", found->permit, actor, found->proposal);
    entry.audience = Audience::own_delegation;
    entry.facts = {{"state", request.state}};
    work.record(entry);
    return found->proposal;
}

} // namespace poa::decisions
