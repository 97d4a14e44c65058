// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/defer_to_mediation.hpp"

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

Result<void> check(const charter::Charter& charter, const DeferToMediation& request, Day today) {
    if (charter[clause::contacts::mediation] == "none") {
        Refusal refusal = Refusal::because(Refusal::Kind::rule, "decisions.no_mediation");
        refusal.reasons.back().clause = charter::spec_of(clause::contacts::mediation).number;
        return refuse(std::move(refusal));
    }
    if (*request.resumes > today) return {};
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems.add_field("resumes", "decisions.resumes_in_the_past");
    return refuse(std::move(problems));
}

} // namespace

const Input<DeferToMediation>& input_of(Of<DeferToMediation>) {
    static const auto input = Input<DeferToMediation>("decisions.defer_to_mediation")
                                  .id("proposal", &DeferToMediation::proposal)
                                  .day("resumes", &DeferToMediation::resumes,
                                       {.label = N_("Day on which it comes back, at the latest")})
                                  .line("mediator", &DeferToMediation::mediator,
                                        {.label = N_("Who mediates"), .characters_max = 200});
    return input;
}

Result<Proposal> defer_to_mediation(ledger::Work& work, const identity::Actor& actor,
                                    const Mechanism& mechanism, const DeferToMediation& request) {
    auto permit = act_for_chair(work, actor, "decisions.defer_to_mediation");
    if (!permit) return refuse(permit.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    auto in_force = acting_charter(work, mechanism, found->matter);
    if (!in_force) return refuse(in_force.error());
    if (auto ok = check((*in_force)->charter, request, Day::of(work.now())); !ok) return refuse(ok.error());
    found->resumes = request.resumes;
    if (auto gone = go_on(work.session(), *found, Verb::defer); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("decisions.defer_to_mediation", *permit, actor, *found);
    entry.clause = charter::spec_of(clause::contacts::mediation).number;
    entry.facts = {{"resumes", request.resumes->iso()}, {"mediator", request.mediator}};
    work.record(entry);
    return found;
}

} // namespace poa::decisions
