// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/lodge_objection.hpp"

#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

const Input<LodgeObjection>& input_of(Of<LodgeObjection>) {
    static const auto input =
        Input<LodgeObjection>("decisions.lodge_objection")
            .id("proposal", &LodgeObjection::proposal)
            .id("question", &LodgeObjection::question)
            .multiline("grounds", &LodgeObjection::grounds,
                       {.label = N_("Grounds"), .required = false, .characters_max = 2'000});
    return input;
}

Result<Objection> lodge_objection(ledger::Work& work, const identity::Actor& actor,
                                  const LodgeObjection& request) {
    auto who = act_for_state(work, actor, "decisions.lodge_objection");
    if (!who) return refuse(who.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    const Question& question = matter->question;
    const auto own = store::objection_of(work.session(), question.id, who->state);
    const bool entitled = store::is_entitled(work.session(), question.id, who->state);
    auto may = may_object(question, entitled, own ? &*own : nullptr, request.grounds, work.now());
    if (!may) return refuse(may.error());
    Objection made{who->state, request.grounds, moment_of(question, work.now()), {}};
    store::add_objection(work.session(), question.id, made, actor.person());
    ledger::Entry entry = entry_on("decisions.lodge_objection", who->permit, actor, *matter);
    entry.audience = audience_of_objections(question.applied);
    entry.facts.emplace_back("grounds", made.grounds);
    work.record(entry);
    return made;
}

} // namespace poa::decisions
