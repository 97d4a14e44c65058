// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/draft_proposal.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// The fields of the effect that could not be read, as this form names them. Rules of the effect are asked
/// when it is tabled: a draft may still be wrong there.
void add_field_problems(const EffectSpec& effect, const InputValues& values, Refusal& problems) {
    auto read = effect.read(values);
    if (read) return;
    for (Reason& reason : read.error().reasons) {
        if (!reason.field.empty()) reason.field = "effect_fields." + reason.field;
        problems.reasons.push_back(std::move(reason));
    }
}

Refusal problems_of(const DraftProposal& request, const EffectSpec* effect, std::string_view body) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!is_body(request.body)) problems.add_field("body", "decisions.no_such_body");
    if (!request.group.empty() && body != "chair") problems.add_field("group", "decisions.group_is_of_chair");
    if (!request.group.empty() && !is_body("group:" + request.group))
        problems.add_field("group", "decisions.no_such_body");
    if (effect == nullptr) {
        problems.add_field("effect", "decisions.no_such_effect", {{"effect", request.effect}});
        return problems;
    }
    const std::string_view named = request.body;
    const std::string_view kind = named.starts_with("group:") ? std::string_view("group") : named;
    if (!effect->bodies.empty() && std::ranges::find(effect->bodies, kind) == effect->bodies.end())
        problems.add_field("body", "decisions.not_for_that_body", {{"effect", effect->name}});
    add_field_problems(*effect, request.effect_fields, problems);
    return problems;
}

} // namespace

const Input<DraftProposal>& input_of(Of<DraftProposal>) {
    static const auto input =
        Input<DraftProposal>("decisions.draft_proposal")
            .line("title", &DraftProposal::title, {.label = N_("Title"), .characters_max = 300})
            .line("agenda_item", &DraftProposal::agenda_item,
                  {.label = N_("Agenda item"), .required = false, .characters_max = 200})
            .line("body", &DraftProposal::body,
                  {.label = N_("Body that decides"),
                   .hint = N_("plenary, review_conference, founding_conference, or group: and its key")})
            .hidden("effect", &DraftProposal::effect)
            .fields("effect_fields", &DraftProposal::effect_fields, {.label = N_("What adoption does")})
            .choice("language", &DraftProposal::language,
                    {.label = N_("Language that is authentic for the negotiation"),
                     .choices = {{"en", "English"},
                                 {"fr", "Français"},
                                 {"es", "Español"},
                                 {"ar", "العربية"},
                                 {"zh", "中文"},
                                 {"ru", "Русский"}}})
            .multiline("text", &DraftProposal::text,
                       {.label = N_("Text"),
                        .hint = N_("An empty line begins a new paragraph."),
                        .characters_max = 400'000})
            .multiline("evidence", &DraftProposal::evidence,
                       {.label = N_("What it rests on"),
                        .hint = N_("Symbols or addresses of documents and passages, one a line."),
                        .required = false,
                        .characters_max = 4'000})
            .line("group", &DraftProposal::group,
                  {.label = N_("Group whose proposal it is"),
                   .hint = N_("For the Chair only: the key of the group."),
                   .required = false,
                   .characters_max = 64});
    return input;
}

Result<Proposal> draft_proposal(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                                const DraftProposal& request) {
    const std::string body = proposer_of(actor);
    auto permit = may_act_for_a_proposer(work, actor, "decisions.draft_proposal");
    if (!permit) return refuse(permit.error());
    const EffectSpec* effect = mechanism.effects.find(request.effect);
    if (Refusal problems = problems_of(request, effect, body); !problems.reasons.empty())
        return refuse(std::move(problems));
    Proposal made;
    made.proposer = request.group.empty() ? body : "group:" + request.group;
    made.title = request.title;
    made.agenda_item = request.agenda_item;
    made.body = request.body;
    made.effect = request.effect;
    made.effect_fields = text_of_fields(*effect->input, request.effect_fields);
    made.matter = effect->matter;
    made.language = request.language;
    made.evidence = request.evidence;
    made.drafted = work.now();
    made.id = store::add_proposal(work.session(), made, actor.person());
    made.revision = 1;
    begin_text(work.session(), made.id, made.language, request.text, work.now());
    ledger::Entry entry = entry_of("decisions.draft_proposal", *permit, actor, made);
    entry.audience = Audience::own_delegation;
    entry.facts = {{"effect", made.effect}, {"body", made.body}};
    work.record(entry);
    return made;
}

} // namespace poa::decisions
