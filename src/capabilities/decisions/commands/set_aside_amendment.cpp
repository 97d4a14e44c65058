// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/set_aside_amendment.hpp"

#include "capabilities/decisions/changing_amendments.hpp"

namespace poa::decisions {

const Input<SetAsideAmendment>& input_of(Of<SetAsideAmendment>) {
    static const auto input =
        Input<SetAsideAmendment>("decisions.set_aside_amendment")
            .id("proposal", &SetAsideAmendment::proposal)
            .number("amendment", &SetAsideAmendment::amendment, {.label = N_("Amendment"), .least = 1});
    return input;
}

Result<TextChanged> set_aside_amendment(ledger::Work& work, const identity::Actor& actor,
                                        const SetAsideAmendment& request) {
    auto permit = act_for_chair(work, actor, "decisions.set_aside_amendment");
    if (!permit) return refuse(permit.error());
    auto open = open_newest_text(work, actor, request.proposal, TextAct::amend);
    if (!open) return refuse(open.error());
    auto amendment = open_amendment(work.session(), request.proposal, request.amendment);
    if (!amendment) return refuse(amendment.error());
    end_with_children(work, request.proposal, *amendment, AmendmentStage::set_aside, 0);
    ledger::Entry entry = text_entry("decisions.set_aside_amendment", *permit, actor, *open);
    entry.facts.emplace_back("amendment", std::to_string(amendment->number));
    work.record(entry);
    return TextChanged{request.proposal, open->head.newest, amendment->target, amendment->number};
}

} // namespace poa::decisions
