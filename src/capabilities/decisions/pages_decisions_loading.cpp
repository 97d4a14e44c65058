// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_decisions_loading.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/acts.hpp"
#include "capabilities/decisions/effects_checked.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/decisions/store_rulings.hpp"
#include "capabilities/decisions/store_text.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

using identity::Role;

members::Language language_of(const web::Visit& visit) {
    return members::parse_language(visit.in.code()).value_or(members::Language::en);
}

std::string state_name(const Reading& reading, std::string_view iso3) {
    return std::string(reading.mechanism.states.now()->display_name(iso3, language_of(reading.visit)));
}

std::optional<Day> day_of(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return Day::of(*instant);
}

DecisionRow row_of(const Reading& reading, const Proposal& proposal) {
    return {proposal.id.number,      proposal.symbol,       proposal.decision_symbol,
            proposal.title,          proposal.stage,        proposal.body,
            proposal.matter,         proposal.proposer,     name_of_body(reading, proposal.proposer),
            day_of(proposal.tabled), day_of(proposal.ended)};
}

/// What the reader's own State did about it.
std::string own_act(const Reading& reading, const Question& question) {
    const auto state = delegation_of(reading.actor);
    if (!state) return {};
    if (question.asked == Asked::vote) {
        auto vote = store::vote_of(reading.session, question.id, state->code());
        return vote ? std::string(name_of(vote->voice)) : std::string();
    }
    auto own = store::objection_of(reading.session, question.id, state->code());
    return own && !own->withdrawn ? "objects" : "";
}

/// States that take part, in the order of the reader's language.
std::vector<StateName> states_of(const Reading& reading, const Question& question) {
    const auto entitled = store::entitled(reading.session, question.id);
    std::vector<StateName> found;
    const auto states = reading.mechanism.states.now(); // holds what is read below
    for (const members::State* state : states->states(language_of(reading.visit)))
        if (std::string iso3(state->iso3.text()); std::ranges::binary_search(entitled, iso3))
            found.push_back({std::move(iso3), state->display(language_of(reading.visit))});
    return found;
}

void add_objections(QuestionCard& card, const Reading& reading, const Question& question) {
    if (!shows_objectors(question.applied, viewer_of(reading.actor))) return;
    card.objections = 0;
    if (question.is_open()) card.states = states_of(reading, question);
    for (const Objection& one : store::objections_of(reading.session, question.id)) {
        if (!one.withdrawn) ++*card.objections;
        card.objectors.push_back(
            {one.state, state_name(reading, one.state), one.grounds, one.lodged, one.withdrawn});
    }
}

/// Of a roll-call every State has a line; of another vote nobody has.
void add_votes(QuestionCard& card, const Reading& reading, const Question& question) {
    const auto votes = store::votes_of(reading.session, question.id);
    card.votes_cast = static_cast<std::int64_t>(votes.size());
    if (question.is_open() && !question.roll_call) return;
    const charter::Tally tally = question.outcome ? question.tally : tally_of(question, {}, votes);
    card.in_favour = tally.in_favour;
    card.against = tally.against;
    card.abstaining = tally.abstaining;
    if (!question.roll_call) return;
    for (StateName& state : states_of(reading, question)) {
        VoteRow row{state.state, std::move(state.name), {}, {}};
        const auto vote = std::ranges::find(votes, row.state, &Vote::state);
        if (vote != votes.end()) {
            row.voice = name_of(vote->voice);
            if (vote->corrected) row.corrected = name_of(*vote->corrected);
        }
        card.votes.push_back(std::move(row));
    }
}

/// What an act names of the text: its version, or of a draft how often it was written.
std::int64_t version_to_name(storage::Session& session, const Proposal& proposal) {
    const auto head = store::text_head(session, proposal.id);
    if (!head) return 0;
    return proposal.stage == Stage::draft ? head->revision : head->newest;
}

QuestionCard card_of(const Reading& reading, const Question& question) {
    QuestionCard card;
    card.id = question.id.number;
    card.asked = question.asked;
    card.rule = charter::name_of(question.applied.rule.form);
    card.clause = question.applied.clause;
    card.charter_version = question.charter_version;
    card.text_version = question.text_version;
    card.put = question.put;
    card.closes = question.closes;
    card.ended = question.ended;
    card.declared_from = closable_from(question);
    if (question.outcome) card.outcome = charter::name_of(*question.outcome);
    card.taken_back = question.taken_back;
    card.members = question.members;
    card.disclosed_to = name_of(question.applied.disclosure);
    card.grounds_needed = question.applied.grounds == Grounds::mandatory;
    card.roll_call = question.roll_call;
    if (question.asked == Asked::vote)
        add_votes(card, reading, question);
    else
        add_objections(card, reading, question);
    card.own = own_act(reading, question);
    return card;
}

void add_text(DecisionPage& page, const Reading& reading, const Proposal& proposal) {
    const auto& question = page.question;
    const bool decided = proposal.stage == Stage::adopted && question;
    page.text_version = decided ? question->text_version : newest_version(reading.session, proposal.id);
    for (Paragraph& paragraph : text_at(reading.session, proposal.id, page.text_version))
        page.text.push_back({paragraph.key, std::move(paragraph.text), paragraph.agreed, {}});
}

/// From the wording that stands: who dissociated itself from an older one has not done so from this.
void add_dissociations(DecisionPage& page) {
    for (const StatementRow& said : page.statements) {
        if (said.kind != StatementKind::dissociation || said.on_older_wording) continue;
        auto at = std::ranges::find(page.text, said.paragraph, &ParagraphRow::key);
        if (at != page.text.end()) at->dissociated.push_back(said.name);
    }
}

void add_changes(DecisionPage& page, const std::vector<Change>& changes) {
    for (const Change& change : changes) page.changes.push_back({change.what, change.before, change.after});
}

void add_effect(DecisionPage& page, const Reading& reading, const Proposal& proposal,
                const charter::CharterInForce& in_force) {
    const EffectSpec* effect = reading.mechanism.effects.find(proposal.effect);
    page.effect = proposal.effect;
    if (effect != nullptr) page.effect_title = reading.visit.in.tr(effect->title);
    if (auto applied = store::effect_of(reading.session, proposal.id)) {
        page.applied = true;
        page.changed_url = applied->url;
        return add_changes(page, applied->changes);
    }
    if (proposal.ended) return;
    const auto checked = checked_effect(reading.session, reading.mechanism, in_force, proposal, reading.now);
    add_changes(page, checked->changes);
    page.effect_problems = checked->problems;
}

/// What the reader's State did already is not offered again, nor what it has not done to be undone.
bool fits_own(const DecisionPage& page, const OfferedAct& act, const identity::Actor& actor) {
    std::string own = page.question ? page.question->own : std::string();
    // While States vote on an appeal, to vote is to vote on that.
    if (!page.rulings.empty() && page.rulings.back().standing == "appealed" && act.command.ends_with("_vote"))
        own = page.rulings.back().vote->own;
    if (act.command == "lodge_objection") return own.empty();
    if (act.command == "withdraw_objection") return own == "objects";
    if (act.command == "cast_vote") return own.empty();
    if (act.command == "correct_vote") return !own.empty();
    const bool sponsors = std::ranges::any_of(
        page.sponsors, [&](const StateName& one) { return actor.acts_for_state(one.state); });
    if (act.command == "join_sponsors") return !sponsors;
    if (act.command == "unshare_draft") return !page.shared_with.empty();
    return act.command != "leave_sponsors" || sponsors;
}

/// What stands behind an AtHand.
struct Kept {
    Kept(storage::Session& session, const Proposal& proposal)
        : question(store::newest_question(session, proposal.id)),
          appeal(store::open_appeal(session, proposal.id)),
          rulings(store::rulings_of(session, proposal.id)), at{proposal, question ? &*question : nullptr,
                                                               appeal ? &*appeal : nullptr,
                                                               rulings.empty() ? nullptr : &rulings.back()} {}
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;
    std::optional<Question> question, appeal;
    std::vector<Ruling> rulings;
    AtHand at;
};

void add_acts(DecisionPage& page, const Reading& reading, const Proposal& proposal) {
    const Kept kept(reading.session, proposal);
    for (const OfferedAct& act : offered_acts()) {
        if (!act.offered(kept.at)) continue;
        if (!permit_for(act, reading.actor, proposal) || !fits_own(page, act, reading.actor)) continue;
        const std::string command(act.command);
        page.acts.push_back(
            {command, "/decisions/" + std::to_string(proposal.id.number) + "/act/" + command});
    }
}

/// Whether the paragraph reads otherwise now than it did to the State that spoke of it.
bool is_on_older(const DecisionPage& page, const Statement& said) {
    if (!said.wording) return false;
    const auto at = std::ranges::find(page.text, said.paragraph, &ParagraphRow::key);
    return at == page.text.end() || sha256(at->text) != *said.wording;
}

void add_statements(DecisionPage& page, const Reading& reading, Id<Proposal> id) {
    for (Statement& said : store::statements_of(reading.session, id))
        page.statements.push_back({said.state, state_name(reading, said.state), said.kind, said.paragraph,
                                   std::move(said.text), said.made, said.text_version.value_or(0),
                                   is_on_older(page, said)});
}

void add_rulings(DecisionPage& page, const Reading& reading, Id<Proposal> id) {
    for (Ruling& ruling : store::rulings_of(reading.session, id)) {
        RulingRow row{ruling.id.number,
                      ruling.raised_by,
                      state_name(reading, ruling.raised_by),
                      std::move(ruling.point),
                      std::move(ruling.ruling),
                      std::move(ruling.clause),
                      ruling.ruled,
                      {},
                      ruling.appealed_by,
                      ruling.appealed_by.empty() ? std::string() : state_name(reading, ruling.appealed_by),
                      std::move(ruling.reasons),
                      {}};
        std::optional<Question> vote;
        if (ruling.question) vote = store::question(reading.session, *ruling.question);
        row.standing = standing_of(vote ? &*vote : nullptr);
        if (vote) row.vote = card_of(reading, *vote);
        page.rulings.push_back(std::move(row));
    }
}

} // namespace

Viewer viewer_of(const identity::Actor& actor) {
    if (actor.has(Role::chair)) return Viewer::chair;
    const bool for_state = std::ranges::any_of(actor.standings(), [](const identity::Standing& standing) {
        return standing.body.kind() == identity::Body::Kind::state;
    });
    const bool of_member = for_state && actor.reader().least() < Audience::everyone;
    return of_member ? Viewer::member_state : Viewer::public_;
}

std::string name_of_body(const Reading& reading, std::string_view body) {
    if (body == "chair") return std::string(reading.visit.in.tr("The Chair"));
    if (body.starts_with("state:")) return state_name(reading, body.substr(6));
    if (body.starts_with("organisation:")) {
        const auto states = reading.mechanism.states.now(); // holds what is found
        const auto* found = states->organisation(body.substr(13));
        return found != nullptr ? found->name(language_of(reading.visit)) : std::string(body.substr(13));
    }
    return std::string(body);
}

DecisionsPage load_decisions(const Reading& reading, std::string_view stage, std::string_view body,
                             std::int64_t before) {
    constexpr std::int64_t rows_max = 50;
    DecisionsPage page{std::string(stage), std::string(body), false, {}, 0};
    page.may_draft = !proposer_of(reading.actor).empty();
    store::Listing listing{reading.actor.on_behalf(), {}, page.stage, page.body, before};
    if (auto state = delegation_of(reading.actor)) listing.states.push_back(state->code());
    // One more than is shown tells whether there are older ones.
    auto found = store::proposals_for(reading.session, listing, rows_max + 1);
    if (std::ssize(found) > rows_max) {
        found.pop_back();
        page.next = found.back().id.number;
    }
    for (const Proposal& proposal : found) page.rows.push_back(row_of(reading, proposal));
    return page;
}

Result<DecisionPage> load_decision(const Reading& reading, Id<Proposal> id) {
    auto proposal = find_proposal(reading.session, reading.actor, id);
    if (!proposal) return refuse(proposal.error());
    auto in_force = reading.mechanism.charter.of(reading.session);
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    DecisionPage page;
    page.head = row_of(reading, *proposal);
    page.agenda_item = proposal->agenda_item;
    page.language = proposal->language;
    for (std::string_view line : split(proposal->evidence, '\n'))
        if (!trim(line).empty()) page.evidence.emplace_back(trim(line));
    page.meeting = proposal->meeting;
    page.resumes = proposal->resumes;
    page.revision = proposal->revision;
    if (proposal->stage == Stage::draft) page.draft_version = version_to_name(reading.session, *proposal);
    const RuleApplied rule = rule_for(in_force->charter, proposal->matter);
    page.rule = charter::name_of(rule.rule.form);
    page.clause = rule.clause;
    page.rule_hours = rule.rule.hours;
    for (const Question& question : store::questions_of(reading.session, id)) {
        page.earlier.push_back(card_of(reading, question));
        if (proposal->stage == Stage::adopted)
            page.binding = binds_politically(proposal->body, question) ? "politically" : "not";
    }
    if (!page.earlier.empty()) {
        page.question = std::move(page.earlier.back());
        page.earlier.pop_back();
    }
    add_text(page, reading, *proposal);
    add_statements(page, reading, id);
    add_dissociations(page);
    add_rulings(page, reading, id);
    add_effect(page, reading, *proposal, *in_force);
    for (const Sponsor& sponsor : store::sponsors_of(reading.session, id))
        page.sponsors.push_back({sponsor.state, state_name(reading, sponsor.state)});
    if (proposal->stage == Stage::draft)
        for (const std::string& state : store::invited_to(reading.session, id))
            page.shared_with.push_back({state, state_name(reading, state)});
    add_acts(page, reading, *proposal);
    return page;
}

Result<NewProposalPage> load_new_proposal(const Reading& reading) {
    const std::string proposer = proposer_of(reading.actor);
    auto permit =
        permissions().check("decisions.draft_proposal", reading.actor, identity::Body::parse(proposer));
    if (!permit) return refuse(permit.error());
    NewProposalPage page;
    for (const EffectSpec& effect : reading.mechanism.effects.all())
        page.rows.push_back({effect.name, std::string(reading.visit.in.tr(effect.title)),
                             std::string(reading.visit.in.tr(effect.about)),
                             std::string(reading.visit.in.tr(title_of(effect.matter)))});
    return page;
}

Result<DraftFormPage> load_draft_form(const Reading& reading, std::string_view name) {
    const std::string proposer = proposer_of(reading.actor);
    auto permit =
        permissions().check("decisions.draft_proposal", reading.actor, identity::Body::parse(proposer));
    if (!permit) return refuse(permit.error());
    const EffectSpec* effect = reading.mechanism.effects.find(name);
    if (effect == nullptr) return refuse(Refusal::Kind::not_found, "decisions.no_such_effect");
    auto in_force = reading.mechanism.charter.of(reading.session);
    return DraftFormPage{effect->name, std::string(reading.visit.in.tr(effect->title)),
                         std::string(reading.visit.in.tr(effect->about)), name_of_body(reading, proposer),
                         in_force ? in_force->version : 0};
}

Result<ActPage> load_act(const Reading& reading, Id<Proposal> id, std::string_view command) {
    const OfferedAct* act = find_act(command);
    if (act == nullptr) return refuse(Refusal::Kind::not_found, "decisions.no_such_act");
    auto proposal = find_proposal(reading.session, reading.actor, id);
    if (!proposal) return refuse(proposal.error());
    auto permit = permit_for(*act, reading.actor, *proposal);
    if (!permit) return refuse(permit.error());
    ActPage page;
    page.command = command;
    page.proposal = id.number;
    page.revision = proposal->revision;
    page.version = version_to_name(reading.session, *proposal);
    page.title = proposal->title;
    page.symbol = proposal->symbol;
    page.on_behalf = permit->on_behalf();
    page.on_behalf_name = name_of_body(reading, page.on_behalf);
    const Kept kept(reading.session, *proposal);
    if (kept.at.ruling != nullptr) page.ruling = kept.at.ruling->id.number;
    if (const Question* question = kept.at.asked()) {
        page.question = question->id.number;
        page.clause = question->applied.clause;
    }
    for (Paragraph& paragraph : current_text(reading.session, id))
        page.text.push_back({paragraph.key, std::move(paragraph.text), paragraph.agreed, {}});
    return page;
}

} // namespace poa::decisions
