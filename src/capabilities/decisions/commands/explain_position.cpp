// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/explain_position.hpp"

#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// What stands against it: fields first, then the moment.
Refusal problems_of(ledger::Work& work, const Proposal& proposal, const Statement& statement) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const bool dissociates = statement.kind == StatementKind::dissociation;
    if (!dissociates && statement.text.empty()) problems.add_field("text", "input.required");
    if (dissociates) {
        const auto text = current_text(work.session(), proposal.id);
        if (std::ranges::find(text, statement.paragraph, &Paragraph::key) == text.end())
            problems.add_field("paragraph", "decisions.no_such_paragraph");
    }
    if (!problems.reasons.empty()) return problems;
    problems.kind = Refusal::Kind::rule;
    if (proposal.stage == Stage::withdrawn || proposal.stage == Stage::lapsed)
        problems.reasons.push_back(Reason{"decisions.proposal_is_over", {}, {}, {}});
    const bool decided = proposal.stage == Stage::adopted || proposal.stage == Stage::blocked;
    if (statement.kind == StatementKind::before && decided)
        problems.reasons.push_back(Reason{"decisions.before_is_over", {}, {}, {}});
    if (statement.kind == StatementKind::after && !decided)
        problems.reasons.push_back(Reason{"decisions.not_decided_yet", {}, {}, {}});
    if (proposal.symbol.empty()) problems.reasons.push_back(Reason{"decisions.not_tabled", {}, {}, {}});
    return problems;
}

/// Explanations once a question, dissociations once a paragraph; replies are not counted.
bool said_already(storage::Session& session, Id<Proposal> proposal, const Statement& statement) {
    if (statement.kind == StatementKind::reply) return false;
    const bool dissociates = statement.kind == StatementKind::dissociation;
    const auto said = store::statements_of(session, proposal);
    return std::ranges::any_of(said, [&](const Statement& one) {
        return one.kind == statement.kind && one.state == statement.state &&
               (dissociates ? one.paragraph == statement.paragraph : one.question == statement.question);
    });
}

} // namespace

const Input<ExplainPosition>& input_of(Of<ExplainPosition>) {
    static const auto input =
        Input<ExplainPosition>("decisions.explain_position")
            .id("proposal", &ExplainPosition::proposal)
            .choice("kind", &ExplainPosition::kind,
                    {.label = N_("What it is"),
                     .choices = {{"before", N_("Explanation of position before the decision")},
                                 {"after", N_("Explanation of position after the decision")},
                                 {"dissociation", N_("Dissociation from a paragraph")},
                                 {"reply", N_("Right of reply")}}})
            .line("paragraph", &ExplainPosition::paragraph,
                  {.label = N_("Paragraph"),
                   .hint = N_("Of a dissociation: the paragraph's key, such as p3."),
                   .required = false,
                   .characters_max = 20})
            .multiline("text", &ExplainPosition::text,
                       {.label = N_("Statement"),
                        .hint = N_("In the State's own words; shown to everyone."),
                        .required = false,
                        .characters_max = 20'000});
    return input;
}

Result<Statement> explain_position(ledger::Work& work, const identity::Actor& actor,
                                   const ExplainPosition& request) {
    auto who = act_for_state(work, actor, "decisions.explain_position");
    if (!who) return refuse(who.error());
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    const auto question = store::newest_question(work.session(), proposal->id);
    Statement made{{},           who->state, parse_statement_kind(request.kind).value(), request.paragraph,
                   request.text, work.now()};
    if (question) made.question = question->id;
    if (Refusal problems = problems_of(work, *proposal, made); !problems.reasons.empty())
        return refuse(std::move(problems));
    if (said_already(work.session(), proposal->id, made))
        return refuse(Refusal::Kind::conflict, made.kind == StatementKind::dissociation
                                                   ? "decisions.dissociated_already"
                                                   : "decisions.explained_already");
    store::add_statement(work.session(), proposal->id, made, actor.person());
    ledger::Entry entry = entry_of("decisions.explain_position", who->permit, actor, *proposal);
    entry.facts = {{"kind", request.kind}, {"sha256", sha256(made.text).hex()}};
    if (!made.paragraph.empty()) entry.facts.emplace_back("paragraph", made.paragraph);
    work.record(entry);
    return made;
}

} // namespace poa::decisions
