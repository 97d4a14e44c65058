// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/accept_amendment.hpp"

#include "capabilities/decisions/changing_amendments.hpp"

namespace poa::decisions {
namespace {

/// What the Chair says to it; a wording typed for an older version is brought up to date first.
Result<Settling> settling_of(ledger::Work& work, const TextAtWork& open, const Amendment& amendment,
                             const AcceptAmendment& request) {
    Settling settling{plain_paragraph(request.wording), request.despite_change};
    if (settling.wording.empty() || !has_wording(amendment.kind)) return settling;
    if (amendment.parent == 0 && amendment.kind == AmendmentKind::replace) {
        auto wording = wording_for(work.session(), open, amendment.target, request.wording, "wording");
        if (!wording) return refuse(wording.error());
        settling.wording = std::move(*wording);
        return settling;
    }
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems_of_wording(request.wording, open.head.last_key, problems);
    for (Reason& reason : problems.reasons) reason.field = "wording";
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return settling;
}

Result<TextChanged> take_into_text(ledger::Work& work, const identity::Actor& actor, TextAtWork& open,
                                   const Amendment& amendment, const Settling& settling) {
    const Id<Proposal> proposal = open.proposal.id;
    const bool inserts = is_insertion(amendment.kind);
    const std::string key = inserts ? store::next_key(work.session(), proposal) : amendment.target;
    auto text = amended(open.text, amendment, store::last_place(work.session(), proposal, amendment.target),
                        settling, key);
    if (!text) return refuse(text.error());
    const std::int64_t before = open.head.newest;
    store::Version version;
    version.cause = "amended";
    version.paragraph = key;
    version.amendment = amendment.number;
    const std::int64_t newest = save_text(work, actor, open, *text, version);
    const std::int64_t made = newest == before ? 0 : newest;
    end_with_children(work, proposal, amendment, AmendmentStage::accepted, made);
    if (amendment.kind == AmendmentKind::remove) end_those_to(work, proposal, amendment.target, made);
    return TextChanged{proposal, newest, key, amendment.number};
}

/// The amendment that was amended goes on under a new number, with its other amendments.
Result<TextChanged> take_into_parent(ledger::Work& work, const identity::Actor& actor, const TextAtWork& open,
                                     const Amendment& amendment, const Settling& settling) {
    const Id<Proposal> proposal = open.proposal.id;
    auto parent = open_amendment(work.session(), proposal, amendment.parent);
    if (!parent) return refuse(parent.error());
    auto wording = amended_wording(*parent, amendment, settling);
    if (!wording) return refuse(wording.error());
    Amendment next = *parent;
    next.text = std::move(*wording);
    next.replaces = parent->number;
    next.made = work.now();
    store::end_amendment(work.session(), proposal, amendment.number, AmendmentStage::accepted, 0, work.now());
    store::end_amendment(work.session(), proposal, parent->number, AmendmentStage::superseded, 0, work.now());
    next.number = store::add_amendment(work.session(), proposal, next, actor.person().number);
    store::move_children(work.session(), proposal, parent->number, next.number);
    return TextChanged{proposal, open.head.newest, amendment.target, next.number};
}

} // namespace

const Input<AcceptAmendment>& input_of(Of<AcceptAmendment>) {
    static const auto input =
        Input<AcceptAmendment>("decisions.accept_amendment")
            .id("proposal", &AcceptAmendment::proposal)
            .number("version", &AcceptAmendment::version, {.label = N_("Version"), .least = 1})
            .number("amendment", &AcceptAmendment::amendment, {.label = N_("Amendment"), .least = 1})
            .multiline("wording", &AcceptAmendment::wording,
                       {.label = N_("Wording by the Chair"),
                        .hint = N_("Where wordings collide; empty: as amended."),
                        .required = false,
                        .characters_max = 20'000})
            .tick("despite_change", &AcceptAmendment::despite_change,
                  {.label = N_("Delete it although it changed since the amendment was made")});
    return input;
}

Result<TextChanged> accept_amendment(ledger::Work& work, const identity::Actor& actor,
                                     const AcceptAmendment& request) {
    auto permit = act_for_chair(work, actor, "decisions.accept_amendment");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    auto amendment = open_amendment(work.session(), request.proposal, request.amendment);
    if (!amendment) return refuse(amendment.error());
    auto settling = settling_of(work, *open, *amendment, request);
    if (!settling) return refuse(settling.error());
    auto changed = amendment->parent == 0 ? take_into_text(work, actor, *open, *amendment, *settling)
                                          : take_into_parent(work, actor, *open, *amendment, *settling);
    if (!changed) return changed;
    ledger::Entry entry = text_entry("decisions.accept_amendment", *permit, actor, *open);
    entry.facts.emplace_back("amendment", std::to_string(amendment->number));
    entry.facts.emplace_back("paragraph", changed->paragraph);
    if (amendment->attributed) entry.facts.emplace_back("by", amendment->by);
    work.record(entry);
    return changed;
}

} // namespace poa::decisions
