// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/open_discussion.hpp"

namespace poa::decisions {

const Input<OpenDiscussion>& input_of(Of<OpenDiscussion>) {
    static const auto input =
        Input<OpenDiscussion>("decisions.open_discussion").id("proposal", &OpenDiscussion::proposal);
    return input;
}

Result<Proposal> open_discussion(ledger::Work& work, const identity::Actor& actor,
                                 const OpenDiscussion& request) {
    auto permit = act_for_chair(work, actor, "decisions.open_discussion");
    if (!permit) return refuse(permit.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    if (auto gone = go_on(work.session(), *found, Verb::discuss); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("decisions.open_discussion", *permit, actor, *found);
    work.record(entry);
    return found;
}

} // namespace poa::decisions
