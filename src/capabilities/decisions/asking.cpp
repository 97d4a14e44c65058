// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/asking.hpp"

#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store_rulings.hpp"

namespace poa::decisions {

Result<void> text_as_seen(storage::Session& session, const Proposal& proposal, Id<TextVersion> seen) {
    const std::int64_t newest = newest_version(session, proposal.id);
    if (seen.number == newest) return {};
    Refusal problem{Refusal::Kind::conflict, {}};
    if (seen.number < newest) {
        const std::string from = std::to_string(seen.number), to = std::to_string(newest);
        const std::string changes = "/decisions/" + std::to_string(proposal.id.number) +
                                    "/text/compare?from=" + from + "&to=" + to;
        problem.reasons.push_back(Reason{"decisions.text_changed",
                                         {},
                                         {{"seen", from}, {"newest", to}, {"changes", changes}},
                                         {}});
        return refuse(std::move(problem));
    }
    problem.kind = Refusal::Kind::bad_input;
    problem.add_field("version", "decisions.no_such_version", {{"newest", std::to_string(newest)}});
    return refuse(std::move(problem));
}

Result<OpenMatter> matter_of(ledger::Work& work, const identity::Actor& actor, Id<Proposal> id,
                             Id<Question> seen) {
    auto proposal = find_proposal(work.session(), actor, id);
    if (!proposal) return refuse(proposal.error());
    auto question = store::newest_question(work.session(), id);
    if (seen.is_known() && !(question && seen == question->id)) {
        // A vote on an appeal stands beside the question on the proposal.
        auto other = store::question(work.session(), seen);
        if (other && other->proposal == id && other->ruling)
            return OpenMatter{std::move(*proposal), std::move(*other)};
        if (question) return refuse(Refusal::Kind::conflict, "decisions.another_question");
    }
    if (!question) return refuse(Refusal::Kind::rule, "decisions.no_question");
    return OpenMatter{std::move(*proposal), std::move(*question)};
}

Result<void> no_appeal_open(storage::Session& session, Id<Proposal> proposal) {
    if (!store::open_appeal(session, proposal)) return {};
    return refuse(Refusal::Kind::rule, "decisions.appeal_open");
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
