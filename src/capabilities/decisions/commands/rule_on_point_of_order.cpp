// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/rule_on_point_of_order.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store_rulings.hpp"

namespace poa::decisions {
namespace {

Refusal problems_of(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal,
                    const RuleOnPointOfOrder& request) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!is_member_state(*mechanism.states.now(), request.state, Day::of(work.now())))
        problems.add_field("state", "decisions.no_member_state", {{"state", request.state}});
    if (!problems.reasons.empty()) return problems;
    problems.kind = Refusal::Kind::rule;
    if (proposal.symbol.empty()) problems.reasons.push_back(Reason{"decisions.not_tabled", {}, {}, {}});
    if (proposal.ended) problems.reasons.push_back(Reason{"decisions.proposal_is_over", {}, {}, {}});
    if (store::open_appeal(work.session(), proposal.id))
        problems.reasons.push_back(Reason{"decisions.appeal_open", {}, {}, {}});
    return problems;
}

} // namespace

const Input<RuleOnPointOfOrder>& input_of(Of<RuleOnPointOfOrder>) {
    static const auto input =
        Input<RuleOnPointOfOrder>("decisions.rule_on_point_of_order")
            .id("proposal", &RuleOnPointOfOrder::proposal)
            .line("state", &RuleOnPointOfOrder::state,
                  {.label = N_("State that rose to the point of order"),
                   .hint = N_("Its code of three letters."),
                   .characters_max = 3})
            .multiline("point", &RuleOnPointOfOrder::point,
                       {.label = N_("Point of order"),
                        .hint = N_("What is to be decided, in the Chair's words."),
                        .characters_max = 2'000})
            .multiline("ruling", &RuleOnPointOfOrder::ruling,
                       {.label = N_("Ruling"), .hint = N_("Shown to everyone."), .characters_max = 2'000})
            .line("clause", &RuleOnPointOfOrder::clause,
                  {.label = N_("Clause of the charter or rule of procedure it rests on"),
                   .characters_max = 100});
    return input;
}

Result<Ruling> rule_on_point_of_order(ledger::Work& work, const identity::Actor& actor,
                                      const Mechanism& mechanism, const RuleOnPointOfOrder& request) {
    auto permit = act_for_chair(work, actor, "decisions.rule_on_point_of_order");
    if (!permit) return refuse(permit.error());
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    if (Refusal problems = problems_of(work, mechanism, *proposal, request); !problems.reasons.empty())
        return refuse(std::move(problems));
    Ruling made;
    made.proposal = proposal->id;
    made.raised_by = request.state;
    made.point = request.point;
    made.ruling = request.ruling;
    made.clause = request.clause;
    made.ruled = work.now();
    made.id = store::add_ruling(work.session(), made, actor.person());
    ledger::Entry entry = entry_of("decisions.rule_on_point_of_order", *permit, actor, *proposal);
    entry.clause = made.clause;
    entry.facts = {{"ruling", std::to_string(made.id.number)},
                   {"state", made.raised_by},
                   {"sha256", sha256(made.point + "\n\n" + made.ruling).hex()}};
    work.record(entry);
    return made;
}

} // namespace poa::decisions
