// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/propose_amendment.hpp"

#include "capabilities/decisions/store_amendments.hpp"

namespace poa::decisions {
namespace {

Amendment amendment_of(const ProposeAmendment& request, const TextAtWork& open, const Amendment* parent,
                       const identity::Permit& permit, Instant now) {
    Amendment amendment;
    amendment.parent = request.parent;
    amendment.by = permit.on_behalf();
    amendment.attributed = !request.unattributed;
    amendment.kind = parent ? AmendmentKind::replace : *parse_amendment_kind(request.kind);
    amendment.target = parent ? parent->target : request.paragraph;
    if (amendment.kind == AmendmentKind::move) amendment.beside = request.beside;
    amendment.text = request.text; // as it was typed, until it is known to be one paragraph
    amendment.version = open.seen;
    amendment.reason = plain_paragraph(request.reason);
    amendment.made = now;
    return amendment;
}

ledger::Entry entry_for(const identity::Permit& permit, const identity::Actor& actor, const TextAtWork& open,
                        const Amendment& amendment) {
    ledger::Entry entry = text_entry("decisions.propose_amendment", permit, actor, open);
    if (!amendment.attributed) entry.audience = Audience::own_delegation;
    entry.facts = {
        {"amendment", std::to_string(amendment.number)}, {"parent", std::to_string(amendment.parent)},
        {"kind", std::string(name_of(amendment.kind))},  {"paragraph", amendment.target},
        {"made_of", std::to_string(amendment.version)},  {"text_sha256", sha256(amendment.text).hex()}};
    return entry;
}

} // namespace

const Input<ProposeAmendment>& input_of(Of<ProposeAmendment>) {
    static const auto input =
        Input<ProposeAmendment>("decisions.propose_amendment")
            .id("proposal", &ProposeAmendment::proposal)
            .number("version", &ProposeAmendment::version, {.label = N_("Version"), .least = 1})
            .number("parent", &ProposeAmendment::parent,
                    {.label = N_("Amendment that it amends"), .required = false, .least = 0})
            .choice("kind", &ProposeAmendment::kind,
                    {.label = N_("What is proposed"),
                     .choices = {{"replace", N_("Reword the paragraph")},
                                 {"insert_before", N_("A new paragraph before it")},
                                 {"insert_after", N_("A new paragraph after it")},
                                 {"remove", N_("Delete the paragraph")},
                                 {"move", N_("Move the paragraph")}}})
            .line("paragraph", &ProposeAmendment::paragraph,
                  {.label = N_("Paragraph"), .required = false, .characters_max = 12})
            .line("beside", &ProposeAmendment::beside,
                  {.label = N_("Move it behind this paragraph"),
                   .hint = N_("Empty: to the beginning."),
                   .required = false,
                   .characters_max = 12})
            .multiline("text", &ProposeAmendment::text,
                       {.label = N_("Wording"), .required = false, .characters_max = 20'000})
            .multiline("reason", &ProposeAmendment::reason,
                       {.label = N_("Reason"), .required = false, .characters_max = 4'000})
            .tick("unattributed", &ProposeAmendment::unattributed,
                  {.label = N_("Do not name my State: the Chair alone knows who proposes it")});
    return input;
}

Result<TextChanged> propose_amendment(ledger::Work& work, const identity::Actor& actor,
                                      const Mechanism& mechanism, const ProposeAmendment& request) {
    const std::string body = proposer_of(actor);
    auto permit = act_for_proposer(work, actor, "decisions.propose_amendment", body.empty() ? "chair" : body);
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    if (auto right = has_right(work, mechanism, open->proposal, permit->on_behalf(), "propose"); !right)
        return refuse(right.error());
    std::optional<Amendment> parent;
    if (request.parent != 0) {
        parent = store::amendment(work.session(), request.proposal, request.parent);
        if (!parent) return refuse(Refusal::Kind::not_found, "decisions.no_such_amendment");
    }
    Amendment amendment = amendment_of(request, *open, parent ? &*parent : nullptr, *permit, work.now());
    amendment.base =
        parent
            ? parent->text
            : store::wording_at(work.session(), request.proposal, amendment.target, open->seen).value_or("");
    const Text made_of =
        open->is_stale() ? store::text_at(work.session(), request.proposal, open->seen) : open->text;
    Refusal problems = problems_of(amendment, made_of, parent ? &*parent : nullptr, open->head.last_key);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    if (!parent && !is_insertion(amendment.kind) && !find(open->text, amendment.target))
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.paragraph_removed")
                          .with("paragraph", amendment.target));
    amendment.text = has_wording(amendment.kind) ? plain_paragraph(amendment.text) : "";
    amendment.number =
        store::add_amendment(work.session(), request.proposal, amendment, actor.person().number);
    work.record(entry_for(*permit, actor, *open, amendment));
    return TextChanged{request.proposal, open->head.newest, amendment.target, amendment.number};
}

} // namespace poa::decisions
