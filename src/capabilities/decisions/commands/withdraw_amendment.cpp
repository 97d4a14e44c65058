// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/withdraw_amendment.hpp"

#include "capabilities/decisions/changing_amendments.hpp"

namespace poa::decisions {

const Input<WithdrawAmendment>& input_of(Of<WithdrawAmendment>) {
    static const auto input =
        Input<WithdrawAmendment>("decisions.withdraw_amendment")
            .id("proposal", &WithdrawAmendment::proposal)
            .number("amendment", &WithdrawAmendment::amendment, {.label = N_("Amendment"), .least = 1});
    return input;
}

Result<TextChanged> withdraw_amendment(ledger::Work& work, const identity::Actor& actor,
                                       const WithdrawAmendment& request) {
    const std::string body = proposer_of(actor);
    auto permit =
        act_for_proposer(work, actor, "decisions.withdraw_amendment", body.empty() ? "chair" : body);
    if (!permit) return refuse(permit.error());
    auto open = open_newest_text(work, actor, request.proposal, TextAct::amend);
    if (!open) return refuse(open.error());
    auto amendment = open_amendment(work.session(), request.proposal, request.amendment);
    if (!amendment) return refuse(amendment.error());
    // Without a word on whose it is: that may be for the Chair alone.
    if (amendment->by != permit->on_behalf())
        return refuse(Refusal::Kind::not_permitted, "decisions.not_your_amendment");
    end_with_children(work, request.proposal, *amendment, AmendmentStage::withdrawn, 0);
    ledger::Entry entry = text_entry("decisions.withdraw_amendment", *permit, actor, *open);
    if (!amendment->attributed) entry.audience = Audience::own_delegation;
    entry.facts.emplace_back("amendment", std::to_string(amendment->number));
    work.record(entry);
    return TextChanged{request.proposal, open->head.newest, amendment->target, amendment->number};
}

} // namespace poa::decisions
