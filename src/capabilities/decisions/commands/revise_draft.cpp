// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/revise_draft.hpp"

#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/negotiating.hpp"

namespace poa::decisions {
namespace {

Refusal problems_of_draft(const Text& text) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (text.empty()) problems.add_field("text", "decisions.wording_needed");
    for (const Paragraph& paragraph : text)
        problems_of_wording(paragraph.text, static_cast<std::int64_t>(text.size()), problems);
    return problems;
}

/// Empty lines between paragraphs, as they are typed.
std::string typed_form(const Text& text) {
    std::string out;
    for (const Paragraph& paragraph : text) out += (out.empty() ? "" : "\n\n") + paragraph.text;
    return out;
}

} // namespace

const Input<ReviseDraft>& input_of(Of<ReviseDraft>) {
    static const auto input =
        Input<ReviseDraft>("decisions.revise_draft")
            .id("proposal", &ReviseDraft::proposal)
            .number("version", &ReviseDraft::version, {.label = N_("Version"), .least = 1})
            .multiline("text", &ReviseDraft::text,
                       {.label = N_("Text"),
                        .hint = N_("An empty line begins a new paragraph."),
                        .characters_max = 400'000});
    return input;
}

Result<TextChanged> revise_draft(ledger::Work& work, const identity::Actor& actor,
                                 const ReviseDraft& request) {
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    auto permit = act_for_proposer(work, actor, "decisions.revise_draft", proposal->proposer);
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::revise, 1);
    if (!open) return refuse(open.error());
    if (Refusal problems = problems_of_draft(first_text(request.text)); !problems.reasons.empty())
        return refuse(std::move(problems));
    if (request.version != open->head.revision)
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.draft_changed")
                          .with("now", typed_form(open->text))
                          .with("yours", request.text));
    rewrite_text(work.session(), request.proposal, open->proposal.language, request.text, work.now());
    ledger::Entry entry = entry_of("decisions.revise_draft", *permit, actor, open->proposal);
    entry.audience = Audience::own_delegation;
    entry.facts = {{"text_sha256", sha256(request.text).hex()}};
    work.record(entry);
    return TextChanged{request.proposal, 1, {}, 0};
}

} // namespace poa::decisions
