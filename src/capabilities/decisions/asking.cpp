// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/asking.hpp"

#include "capabilities/decisions/store.hpp"

namespace poa::decisions {

Result<OpenMatter> matter_of(ledger::Work& work, const identity::Actor& actor, Id<Proposal> id,
                             Id<Question> seen) {
    auto proposal = find_proposal(work.session(), actor, id);
    if (!proposal) return refuse(proposal.error());
    auto question = store::newest_question(work.session(), id);
    if (!question) return refuse(Refusal::Kind::rule, "decisions.no_question");
    if (seen.is_known() && seen != question->id)
        return refuse(Refusal::Kind::conflict, "decisions.another_question");
    return OpenMatter{std::move(*proposal), std::move(*question)};
}

Audience audience_of_objections(const RuleApplied& applied) {
    if (applied.disclosure == Disclosure::everyone) return Audience::everyone;
    return applied.disclosure == Disclosure::any_state ? Audience::member_states : Audience::own_delegation;
}

ledger::Entry entry_on(std::string act, const identity::Permit& permit, const identity::Actor& actor,
                       const OpenMatter& matter) {
    ledger::Entry entry = entry_of(std::move(act), permit, actor, matter.proposal);
    entry.clause = matter.question.applied.clause;
    entry.facts = {{"question", std::to_string(matter.question.id.number)}};
    return entry;
}

} // namespace poa::decisions
