// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/withdraw_objection.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<WithdrawObjection>& input_of(Of<WithdrawObjection>) {
    static const auto input = Input<WithdrawObjection>("decisions.withdraw_objection")
                                  .id("proposal", &WithdrawObjection::proposal)
                                  .id("question", &WithdrawObjection::question);
    return input;
}

Result<Objection> withdraw_objection(ledger::Work& work, const identity::Actor& actor,
                                     const WithdrawObjection& request) {
    auto who = act_for_state(work, actor, "decisions.withdraw_objection");
    if (!who) return refuse(who.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    const Question& question = matter->question;
    auto own = store::objection_of(work.session(), question.id, who->state);
    if (auto may = may_withdraw_objection(question, own ? &*own : nullptr, work.now()); !may)
        return refuse(may.error());
    own->withdrawn = moment_of(question, work.now());
    store::withdraw_objection(work.session(), question.id, who->state, *own->withdrawn);
    ledger::Entry entry = entry_on("decisions.withdraw_objection", who->permit, actor, *matter);
    entry.audience = audience_of_objections(question.applied);
    work.record(entry);
    return *own;
}

} // namespace poa::decisions
