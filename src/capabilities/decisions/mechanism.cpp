// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/mechanism.hpp"

#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/store_rulings.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

using identity::Actor;
using identity::Body;
using identity::Permit;
using identity::Role;

Result<Permit> check(ledger::Work& work, const Actor& actor, std::string_view command,
                     const std::optional<Body>& of) {
    auto permit = permissions().check(command, actor, of);
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

bool is_of_chair(std::string_view proposer) {
    return proposer == "chair" || proposer.starts_with("group:");
}

bool may_decide(const charter::Charter& charter, std::string_view body) {
    const charter::RightsTable& rights = charter[charter::clause::participants::rights];
    const auto of_class = rights.find("member_states");
    if (of_class == rights.end()) return false;
    const auto of_kind = of_class->second.find(meeting_kind_of(body));
    return of_kind != of_class->second.end() &&
           std::ranges::find(of_kind->second, "decide") != of_kind->second.end();
}

} // namespace

std::optional<Body> delegation_of(const Actor& actor) {
    for (Role role : {Role::head_of_delegation, Role::delegate})
        for (const identity::Standing& standing : actor.standings())
            if (standing.role == role) return standing.body;
    return std::nullopt;
}

Result<std::shared_ptr<const charter::CharterInForce>>
acting_charter(ledger::Work& work, const Mechanism& mechanism, Matter matter) {
    auto in_force = mechanism.charter.of(work.session());
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    auto may = charter::may_act_on(work.session(), in_force->charter, Day::of(work.now()));
    if (!may) return refuse(may.error());
    if (auto founded = may_act_now(work.session(), matter); !founded) return refuse(founded.error());
    return in_force;
}

Result<ForState> act_for_state(ledger::Work& work, const Actor& actor, std::string_view command) {
    const std::optional<Body> state = delegation_of(actor);
    auto permit = check(work, actor, command, state);
    if (!permit) return refuse(permit.error());
    return ForState{*permit, state->code()};
}

Result<Permit> act_for_chair(ledger::Work& work, const Actor& actor, std::string_view command) {
    return check(work, actor, command, std::nullopt);
}

Result<Permit> act_for_proposer(ledger::Work& work, const Actor& actor, std::string_view command,
                                std::string_view proposer) {
    return check(work, actor, command, is_of_chair(proposer) ? Body::chair() : Body::parse(proposer));
}

Result<Permit> may_act_for_a_proposer(ledger::Work& work, const Actor& actor, std::string_view command) {
    const std::string own = proposer_of(actor);
    return act_for_proposer(work, actor, command, own.empty() ? "chair" : own);
}

std::string proposer_of(const Actor& actor) {
    if (auto state = delegation_of(actor)) return state->text();
    for (const identity::Standing& standing : actor.standings())
        if (standing.role == Role::representative) return standing.body.text();
    return actor.has(Role::chair) || actor.has(Role::chair_office) ? "chair" : "";
}

bool is_member_state(const members::Register& states, std::string_view iso3, Day day) {
    const members::State* state = states.by_iso3(iso3);
    return state != nullptr && state->at(day) && state->status == members::Status::member;
}

std::string_view class_of_proposer(storage::Session& session, const members::Register& states,
                                   std::string_view proposer, Day day) {
    if (is_of_chair(proposer)) return "member_states";
    const auto body = Body::parse(proposer);
    require(body.has_value(), "a proposer as the code writes it");
    if (body->kind() == Body::Kind::state)
        return is_member_state(states, body->code(), day) ? "member_states" : "observer_states";
    const members::Organisation* organisation = states.organisation(body->code());
    if (organisation != nullptr && organisation->kind.starts_with("regional-"))
        return "regional_organisations";
    if (organisation != nullptr &&
        (organisation->kind == "un-body" || organisation->kind == "specialized-agency"))
        return "united_nations_bodies";
    return is_accredited_on(session, body->code(), day) ? "accredited" : "none";
}

std::vector<std::string> entitled_states(const charter::Charter& charter, const members::Register& states,
                                         std::string_view body, Day day) {
    if (!may_decide(charter, body)) return {};
    std::vector<members::Iso3> codes;
    for (const members::State* state : states.states(members::Language::en))
        if (state->status == members::Status::member && state->at(day)) codes.push_back(state->iso3);
    std::ranges::sort(codes);
    std::vector<std::string> found;
    found.reserve(codes.size());
    for (const members::Iso3& code : codes) found.emplace_back(code.text());
    return found;
}

bool may_see(storage::Session& session, const Actor& actor, const Proposal& proposal) {
    if (!proposal.symbol.empty()) return true;
    if (is_of_chair(proposal.proposer) &&
        (actor.has(Role::chair) || actor.has(Role::chair_office) || actor.has(Role::secretariat)))
        return true;
    const auto bodies = actor.on_behalf();
    if (std::ranges::find(bodies, proposal.proposer) != bodies.end()) return true;
    const auto state = delegation_of(actor);
    return state && store::is_shared_with(session, proposal.id, state->code());
}

Result<Proposal> find_proposal(storage::Session& session, const Actor& actor, Id<Proposal> id) {
    auto found = store::proposal(session, id);
    if (!found || !may_see(session, actor, *found))
        return refuse(Refusal::Kind::not_found, "decisions.no_such");
    return std::move(*found);
}

Result<OwnDraft> own_draft(ledger::Work& work, const Actor& actor, std::string_view command,
                           Id<Proposal> id) {
    if (auto may = may_act_for_a_proposer(work, actor, command); !may) return refuse(may.error());
    auto found = find_proposal(work.session(), actor, id);
    if (!found) return refuse(found.error());
    auto permit = act_for_proposer(work, actor, command, found->proposer);
    if (!permit) return refuse(permit.error());
    if (found->stage != Stage::draft) return refuse(Refusal::Kind::rule, "decisions.tabled_already");
    return OwnDraft{*permit, std::move(*found)};
}

Result<void> go_on(storage::Session& session, Proposal& proposal, Verb verb) {
    auto stage = next(proposal.stage, verb);
    if (!stage) return refuse(stage.error());
    proposal.stage = *stage;
    if (!store::save_step(session, proposal, verb))
        return refuse(Refusal::Kind::conflict, "decisions.changed_meanwhile");
    ++proposal.revision;
    return {};
}

PutText put_text(storage::Session& session, const Proposal& proposal) {
    PutText text{proposal.title, {}};
    for (Paragraph& paragraph : current_text(session, proposal.id))
        text.paragraphs.push_back(std::move(paragraph.text));
    return text;
}

Result<std::vector<Change>> check_effect(storage::Session& session, const Mechanism& mechanism,
                                         const charter::CharterInForce& in_force, const Proposal& proposal,
                                         Instant now) {
    const EffectSpec* effect = mechanism.effects.find(proposal.effect);
    if (effect == nullptr)
        return refuse(Refusal::because(Refusal::Kind::rule, "decisions.no_such_effect")
                          .with("effect", proposal.effect));
    const PutText text = put_text(session, proposal);
    return effect->check({session, in_force, proposal, text, now}, read_fields(proposal.effect_fields));
}

ledger::Entry entry_of(std::string act, const Permit& permit, const Actor& actor, const Proposal& proposal) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = "proposal:" + std::to_string(proposal.id.number);
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    return entry;
}

} // namespace poa::decisions
