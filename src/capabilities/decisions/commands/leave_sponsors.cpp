// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/leave_sponsors.hpp"

#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<LeaveSponsors>& input_of(Of<LeaveSponsors>) {
    static const auto input =
        Input<LeaveSponsors>("decisions.leave_sponsors").id("proposal", &LeaveSponsors::proposal);
    return input;
}

Result<Sponsor> leave_sponsors(ledger::Work& work, const identity::Actor& actor,
                               const LeaveSponsors& request) {
    auto who = act_for_state(work, actor, "decisions.leave_sponsors");
    if (!who) return refuse(who.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return refuse(found.error());
    if (found->ended) return refuse(Refusal::Kind::rule, "decisions.proposal_is_over");
    if (!store::drop_sponsor(work.session(), found->id, who->state, work.now()))
        return refuse(Refusal::Kind::rule, "decisions.no_sponsor");
    ledger::Entry entry = entry_of("decisions.leave_sponsors", who->permit, actor, *found);
    if (found->symbol.empty()) entry.audience = Audience::own_delegation;
    work.record(entry);
    return Sponsor{who->state, work.now()};
}

} // namespace poa::decisions
