// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/join_sponsors.hpp"

#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<JoinSponsors>& input_of(Of<JoinSponsors>) {
    static const auto input =
        Input<JoinSponsors>("decisions.join_sponsors").id("proposal", &JoinSponsors::proposal);
    return input;
}

Result<Sponsor> join_sponsors(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                              const JoinSponsors& request) {
    auto who = act_for_state(work, actor, "decisions.join_sponsors");
    if (!who) return refuse(who.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return refuse(found.error());
    if (found->ended) return refuse(Refusal::Kind::rule, "decisions.proposal_is_over");
    const Day today = Day::of(work.now());
    if (!is_member_state(*mechanism.states.now(), who->state, today))
        return refuse(Refusal::Kind::rule, "decisions.not_entitled");
    if (!store::add_sponsor(work.session(), found->id, who->state, work.now()))
        return refuse(Refusal::Kind::conflict, "decisions.sponsor_already");
    ledger::Entry entry = entry_of("decisions.join_sponsors", who->permit, actor, *found);
    if (found->symbol.empty()) entry.audience = Audience::own_delegation;
    work.record(entry);
    return Sponsor{who->state, work.now()};
}

} // namespace poa::decisions
