// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/declare_position.hpp"

#include "capabilities/decisions/store_amendments.hpp"

namespace poa::decisions {
namespace {

constexpr std::string_view taken_back = "none";

Audience audience_of(Told told) {
    switch (told) {
    case Told::everyone:
        return Audience::everyone;
    case Told::states:
        return Audience::member_states;
    case Told::chair:
        break;
    }
    return Audience::own_delegation;
}

Result<void> keep(ledger::Work& work, const identity::Actor& actor, const TextAtWork& open,
                  const ForState& for_state, const DeclarePosition& request) {
    if (request.kind == taken_back) {
        if (!store::end_position(work.session(), request.proposal, request.paragraph, for_state.state,
                                 work.now()))
            return refuse(Refusal::Kind::rule, "decisions.no_position");
        return {};
    }
    Position position;
    position.paragraph = request.paragraph;
    position.state = for_state.state;
    position.kind = *parse_position_kind(request.kind);
    position.told = *parse_told(request.told);
    position.words = plain_paragraph(request.words);
    position.version = open.seen;
    if (const auto at = find(open.text, request.paragraph)) position.wording = sha256(open.text[*at].text);
    position.declared = work.now();
    store::add_position(work.session(), request.proposal, position, actor.person().number);
    return {};
}

} // namespace

const Input<DeclarePosition>& input_of(Of<DeclarePosition>) {
    static const auto input =
        Input<DeclarePosition>("decisions.declare_position")
            .id("proposal", &DeclarePosition::proposal)
            .number("version", &DeclarePosition::version, {.label = N_("Version"), .least = 1})
            .line("paragraph", &DeclarePosition::paragraph,
                  {.label = N_("Paragraph"),
                   .hint = N_("Empty: the whole text."),
                   .required = false,
                   .characters_max = 12})
            .choice("kind", &DeclarePosition::kind,
                    {.label = N_("Position"),
                     .choices = {{"support", N_("Support")},
                                 {"can_live_with", N_("Can live with it")},
                                 {"reservation", N_("Reservation")},
                                 {"objection", N_("Objection")},
                                 {taken_back, N_("No position: what was said is taken back")}}})
            .choice("told", &DeclarePosition::told,
                    {.label = N_("Who is told"),
                     .choices = {{"chair", N_("The Chair alone")},
                                 {"states", N_("All States")},
                                 {"public", N_("The public")}}})
            .multiline("words", &DeclarePosition::words,
                       {.label = N_("Reason"), .required = false, .characters_max = 4'000});
    return input;
}

Result<TextChanged> declare_position(ledger::Work& work, const identity::Actor& actor,
                                     const Mechanism& mechanism, const DeclarePosition& request) {
    auto for_state = act_for_state(work, actor, "decisions.declare_position");
    if (!for_state) return refuse(for_state.error());
    auto open = open_text(work, actor, request.proposal, TextAct::declare, request.version);
    if (!open) return refuse(open.error());
    const std::string on_behalf = for_state->permit.on_behalf();
    if (auto right = has_right(work, mechanism, open->proposal, on_behalf, "decide"); !right)
        return refuse(right.error());
    if (!request.paragraph.empty() && request.kind != taken_back)
        if (auto same = reads_as_seen(work.session(), *open, request.paragraph); !same)
            return refuse(same.error());
    if (auto kept = keep(work, actor, *open, *for_state, request); !kept) return refuse(kept.error());
    ledger::Entry entry = text_entry("decisions.declare_position", for_state->permit, actor, *open);
    entry.audience = audience_of(*parse_told(request.told));
    entry.facts.emplace_back("paragraph", request.paragraph);
    entry.facts.emplace_back("kind", request.kind);
    entry.facts.emplace_back("told", request.told);
    if (!request.words.empty()) entry.sealed = {{"words", plain_paragraph(request.words)}};
    work.record(entry);
    return TextChanged{request.proposal, open->head.newest, request.paragraph, 0};
}

} // namespace poa::decisions
