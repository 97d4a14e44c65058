// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/explain_position.hpp"

#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_text.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// What cannot be read: fields.
Refusal problems_of_fields(storage::Session& session, const Proposal& proposal, const Statement& statement) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (statement.kind != StatementKind::dissociation) {
        if (statement.text.empty()) problems.add_field("text", "input.required");
        return problems;
    }
    const auto text = current_text(session, proposal.id);
    if (std::ranges::find(text, statement.paragraph, &Paragraph::key) == text.end())
        problems.add_field("paragraph", "decisions.no_such_paragraph");
    if (!statement.text_version) problems.add_field("version", "input.required");
    return problems;
}

/// What stands against it: fields first, then the moment and the State.
Refusal problems_of(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal,
                    const Statement& statement) {
    Refusal problems = problems_of_fields(work.session(), proposal, statement);
    if (!problems.reasons.empty()) return problems;
    problems.kind = Refusal::Kind::rule;
    auto say = [&](bool holds, const char* code) {
        if (holds) problems.reasons.push_back(Reason{code, {}, {}, {}});
    };
    const bool decided = proposal.stage == Stage::adopted || proposal.stage == Stage::blocked;
    say(proposal.stage == Stage::withdrawn || proposal.stage == Stage::lapsed, "decisions.proposal_is_over");
    say(statement.kind == StatementKind::before && decided, "decisions.before_is_over");
    say(statement.kind == StatementKind::after && !decided, "decisions.not_decided_yet");
    say(proposal.symbol.empty(), "decisions.not_tabled");
    say(statement.kind == StatementKind::dissociation &&
            !is_member_state(*mechanism.states.now(), statement.state, Day::of(work.now())),
        "decisions.only_members_dissociate");
    return problems;
}

/// The State reads what it dissociates itself from: that wording, and no later one. A change elsewhere in the
/// text does not touch it.
Result<void> read_wording(storage::Session& session, const Proposal& proposal, Statement& statement) {
    if (statement.kind != StatementKind::dissociation) return {};
    const std::int64_t newest = newest_version(session, proposal.id);
    const auto seen = store::wording_at(session, proposal.id, statement.paragraph, *statement.text_version);
    const auto now = store::wording_at(session, proposal.id, statement.paragraph, newest);
    if (*statement.text_version > newest || seen != now)
        if (auto as_seen =
                text_as_seen(session, proposal, Id<TextVersion>{statement.text_version.value_or(0)});
            !as_seen)
            return as_seen;
    statement.wording = sha256(now.value());
    return {};
}

Result<void> check_reply(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal,
                         const Statement& statement) {
    if (statement.kind != StatementKind::reply) return {};
    const auto in_force = mechanism.charter.of(work.session());
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    return may_reply(in_force->charter, store::replies_of(work.session(), proposal, statement.state),
                     statement.text);
}

/// Explanations once a question, dissociations once a wording; replies are counted for themselves.
bool said_already(storage::Session& session, Id<Proposal> proposal, const Statement& statement) {
    if (statement.kind == StatementKind::reply) return false;
    const bool dissociates = statement.kind == StatementKind::dissociation;
    const auto said = store::statements_of(session, proposal);
    return std::ranges::any_of(said, [&](const Statement& one) {
        return one.kind == statement.kind && one.state == statement.state &&
               (dissociates ? one.paragraph == statement.paragraph &&
                                  (!one.wording || one.wording == statement.wording)
                            : one.question == statement.question);
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
            .id("version", &ExplainPosition::version, {.required = false})
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
                                   const Mechanism& mechanism, const ExplainPosition& request) {
    auto who = act_for_state(work, actor, "decisions.explain_position");
    if (!who) return refuse(who.error());
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    const auto question = store::newest_question(work.session(), proposal->id);
    Statement made{{},
                   who->state,
                   parse_statement_kind(request.kind).value(),
                   request.paragraph,
                   request.text,
                   work.now(),
                   {},
                   {}};
    if (question) made.question = question->id;
    if (made.kind == StatementKind::dissociation && request.version.is_known())
        made.text_version = request.version.number;
    if (Refusal problems = problems_of(work, mechanism, *proposal, made); !problems.reasons.empty())
        return refuse(std::move(problems));
    if (auto read = read_wording(work.session(), *proposal, made); !read) return refuse(read.error());
    if (auto may = check_reply(work, mechanism, *proposal, made); !may) return refuse(may.error());
    if (said_already(work.session(), proposal->id, made))
        return refuse(Refusal::Kind::conflict, made.kind == StatementKind::dissociation
                                                   ? "decisions.dissociated_already"
                                                   : "decisions.explained_already");
    store::add_statement(work.session(), proposal->id, made, actor.person());
    ledger::Entry entry = entry_of("decisions.explain_position", who->permit, actor, *proposal);
    entry.facts = {{"kind", request.kind}, {"sha256", sha256(made.text).hex()}};
    if (!made.paragraph.empty()) entry.facts.emplace_back("paragraph", made.paragraph);
    if (made.text_version) entry.facts.emplace_back("version", std::to_string(*made.text_version));
    work.record(entry);
    return made;
}

} // namespace poa::decisions
