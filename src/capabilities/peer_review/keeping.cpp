// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/keeping.hpp"

#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/peer_review/permissions.hpp"

#include <algorithm>

namespace poa::peer_review {
namespace {

namespace clause = charter::clause;
using identity::Actor;
using identity::Body;

std::unexpected<Refusal> no_such() {
    return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
}

/// The charter names no rights in a review by itself; it is work of a group (A/78/76, Italy: a workstream of
/// its own), so what may be sent in writing to a group may be sent here.
bool may_write(const charter::Charter& charter) {
    const auto& rights = charter[clause::participants::rights];
    const auto accredited = rights.find("accredited");
    if (accredited == rights.end()) return false;
    const auto group = accredited->second.find("group");
    return group != accredited->second.end() &&
           std::ranges::find(group->second, "write") != group->second.end();
}

Result<identity::Permit> holding(ledger::Work& work, const Actor& actor, Result<identity::Permit> permit) {
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

/// Whether the actor could do it for some body; refuses as the permission table.
Result<identity::Permit> may_act(const Actor& actor, std::string_view command) {
    for (const identity::Standing& standing : actor.standings())
        if (auto permit = permissions().check(command, actor, standing.body)) return permit;
    return permissions().check(command, actor);
}

Result<identity::Permit> permit_on(const Actor& actor, std::string_view command, const ActingOn& on,
                                   Side side) {
    if (side == Side::reviewed) return permissions().check(command, actor, Body::state(on.review.state));
    for (const Reviewer& reviewer : on.reviewers)
        if (reviewer.standing == ReviewerStanding::agreed)
            if (auto permit = permissions().check(command, actor, Body::state(reviewer.state))) return permit;
    return refuse(Refusal::Kind::not_permitted, "peer_review.not_a_reviewer");
}

} // namespace

ReviewClause review_clause(storage::Session& session, const Ground& ground) {
    ReviewClause made;
    made.number = charter::spec_of(clause::reporting::peer_review).number;
    made.write_number = charter::spec_of(clause::participants::rights).number;
    const auto in_force = ground.charter.of(session);
    if (!in_force) return made;
    made.in_force = true;
    made.value = in_force->charter[clause::reporting::peer_review];
    made.has_reviews = made.value != "none";
    made.stakeholders_write = may_write(in_force->charter);
    made.title = in_force->charter.head().title_in("en");
    return made;
}

Result<ReviewClause> acting_clause(ledger::Work& work, const Ground& ground) {
    const auto in_force = ground.charter.of(work.session());
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    ReviewClause made = review_clause(work.session(), ground);
    if (!made.has_reviews) {
        Refusal none =
            Refusal::because(Refusal::Kind::rule, "peer_review.none_here").with("charter", made.title);
        none.reasons.back().clause = made.number;
        return refuse(std::move(none));
    }
    if (auto may = charter::may_act_on(work.session(), in_force->charter, Day::of(work.now())); !may)
        return refuse(may.error());
    if (auto founded = decisions::may_act_now(work.session(), decisions::Matter::substantive); !founded)
        return refuse(founded.error());
    return made;
}

std::string region_of(const members::Register& states, std::string_view iso3, Day day) {
    const members::State* state = states.by_iso3(iso3);
    const members::Membership* group = state == nullptr ? nullptr : state->electoral_group(day);
    return group == nullptr ? std::string() : group->group;
}

Result<ForState> act_for_state(ledger::Work& work, const Ground& ground, const Actor& actor,
                               std::string_view command) {
    auto permit = holding(work, actor, may_act(actor, command));
    if (!permit) return refuse(permit.error());
    if (auto may = acting_clause(work, ground); !may) return refuse(may.error());
    require(permit->body.has_value(), "a permit for a State's own act");
    return ForState{*permit, permit->body->code(), actor.person().number};
}

Sight sight_of(const Actor& actor, const Review& review, std::span<const Reviewer> reviewers) {
    Sight sight;
    sight.least = actor.reader().least();
    sight.bodies = actor.reader().bodies();
    sight.is_reviewed = actor.acts_for_state(review.state);
    for (const Reviewer& reviewer : reviewers) {
        if (!actor.acts_for_state(reviewer.state)) continue;
        sight.is_reviewer = sight.is_reviewer || reviewer.standing == ReviewerStanding::agreed;
        sight.is_asked = sight.is_asked || is_party(reviewer);
    }
    return sight;
}

Result<ActingOn> act_on_review(ledger::Work& work, const Ground& ground, const Actor& actor,
                               std::string_view command, Id<PeerReview> id, Side side) {
    if (auto may = may_act(actor, command); !may) return refuse(may.error());
    if (auto may = acting_clause(work, ground); !may) return refuse(may.error());
    auto review = store::review(work.session(), id);
    if (!review) return no_such();
    ActingOn on{std::move(*review), store::reviewers(work.session(), id), {}, {}, actor.person().number};
    if (!may_know(on.review, sight_of(actor, on.review, on.reviewers))) return no_such();
    auto permit = holding(work, actor, permit_on(actor, command, on, side));
    if (!permit) return refuse(permit.error());
    on.permit = *permit;
    on.state = permit->body->code();
    return on;
}

Result<ActingOn> act_as_organisation(ledger::Work& work, const Ground& ground, const Actor& actor,
                                     std::string_view command, Id<PeerReview> id) {
    auto permit = holding(work, actor, may_act(actor, command));
    if (!permit) return refuse(permit.error());
    if (auto may = acting_clause(work, ground); !may) return refuse(may.error());
    auto review = store::review(work.session(), id);
    if (!review || !may_know(*review, sight_of(actor, *review, {}))) return no_such();
    return ActingOn{std::move(*review), {}, *permit, {}, actor.person().number};
}

Result<std::vector<std::string>> team_of(const Ground& ground, const ActingOn& on, Day today) {
    const auto states = ground.states.now();
    std::vector<std::string> regions, names;
    for (const Reviewer& reviewer : on.reviewers) {
        if (reviewer.standing != ReviewerStanding::agreed) continue;
        names.push_back(reviewer.state);
        regions.push_back(region_of(*states, reviewer.state, today));
    }
    if (auto team = check_team(region_of(*states, on.review.state, today), regions); !team)
        return refuse(team.error());
    return names;
}

Result<void> go_on(ledger::Work& work, ActingOn& on, ReviewVerb verb) {
    auto next = after(on.review.stage, verb, on.review.scope);
    if (!next) return refuse(next.error());
    const std::int64_t seen = on.review.revision++;
    on.review.stage = *next;
    if (!store::change_review(work.session(), on.review, seen))
        return refuse(Refusal::Kind::conflict, "peer_review.changed_meanwhile");
    return {};
}

ledger::Entry entry_of(std::string act, const ActingOn& on) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = on.permit.on_behalf();
    entry.subject = "peer_review:" + std::to_string(on.review.id.number);
    entry.clause = charter::spec_of(clause::reporting::peer_review).number;
    entry.audience = Audience::own_delegation;
    entry.person = on.person;
    entry.facts = {{"state", on.review.state}, {"procedure", on.review.procedure}};
    return entry;
}

ledger::Entry known_entry_of(std::string act, const ActingOn& on) {
    ledger::Entry entry = entry_of(std::move(act), on);
    Audience widest = on.review.known_to;
    if (on.review.finished_at) widest = std::max(widest, on.review.shown_to);
    // What the parties alone know stands in the ledger for the State alone: nobody else's entry names it.
    entry.audience = widest == Audience::parties ? Audience::own_delegation : widest;
    return entry;
}

Result<Acted> say(ledger::Work& work, ActingOn& on, ReviewVerb verb, std::string act, Statement statement) {
    if (auto gone = go_on(work, on, verb); !gone) return refuse(gone.error());
    statement.author = on.permit.on_behalf();
    statement.person = on.person;
    statement.at = work.now();
    const auto id = store::add_statement(work.session(), on.review.id, statement);
    ledger::Entry entry = entry_of(std::move(act), on);
    entry.facts.emplace_back("statement", std::to_string(id.number));
    entry.facts.emplace_back("kind", name_of(statement.kind));
    entry.facts.emplace_back("sha256", sha256(statement.text).hex());
    work.record(entry);
    return Acted{on.review, id};
}

Result<Statement> statement_at_hand(ledger::Work& work, const ActingOn& on, const Actor& actor,
                                    Id<ReviewStatement> id, StatementKind kind) {
    const auto all = store::statements(work.session(), on.review.id);
    const auto found = std::ranges::find(all, id, &Statement::id);
    if (found == all.end() || found->kind != kind ||
        !may_read(on.review, *found, sight_of(actor, on.review, on.reviewers)))
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_statement");
    return *found;
}

void check_evidence(storage::Session& session, const Actor& actor, EvidenceKind kind, std::string_view text,
                    Refusal& problems) {
    if (kind != EvidenceKind::none && text.empty())
        return problems.add_field("evidence_text", "input.required");
    if (kind == EvidenceKind::none && !text.empty()) return problems.add_field("evidence", "input.required");
    if (kind == EvidenceKind::link && !text.starts_with("https://"))
        problems.add_field("evidence_text", "peer_review.not_an_address", {{"value", std::string(text)}});
    if (kind == EvidenceKind::document && !documents::slug_of_symbol(session, actor.reader(), text))
        problems.add_field("evidence_text", "peer_review.no_such_document", {{"value", std::string(text)}});
}

void check_about(storage::Session& session, const Ground& ground, const Actor& actor, const Review& review,
                 std::string_view about, Refusal& problems) {
    if (about.empty()) return;
    if (about.starts_with("item:") && ground.framework.of(session)->item(about.substr(5)) != nullptr) return;
    if (about.starts_with("answer:") && review.report_year != 0)
        for (const auto& release : national_reports::releases_for(session, actor.reader(), review.state,
                                                                  review.report_year, review.report_survey))
            for (const auto& answer : release.answers)
                if (answer.question == about.substr(7)) return;
    problems.add_field("about", "peer_review.no_such_passage", {{"value", std::string(about)}});
}

} // namespace poa::peer_review
