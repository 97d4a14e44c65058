// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/changing_text.hpp"

#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/store_amendments.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

Refusal with_paragraph(Refusal::Kind kind, std::string code, std::string_view key) {
    return Refusal::because(kind, std::move(code)).with("paragraph", std::string(key));
}

/// The paragraph as the sender saw it, and as it reads now.
struct SeenAndNow {
    std::string seen, now;
};
Result<SeenAndNow> seen_and_now(storage::Session& session, const TextAtWork& at_work, std::string_view key) {
    auto seen = store::wording_at(session, at_work.proposal.id, key, at_work.seen);
    if (!seen) return refuse(with_paragraph(Refusal::Kind::not_found, "decisions.no_such_paragraph", key));
    const auto at = find(at_work.text, key);
    if (!at) return refuse(with_paragraph(Refusal::Kind::conflict, "decisions.paragraph_removed", key));
    return SeenAndNow{std::move(*seen), at_work.text[*at].text};
}

} // namespace

Result<TextAtWork> open_text(ledger::Work& work, const identity::Actor& actor, Id<Proposal> id, TextAct act,
                             std::int64_t seen) {
    auto proposal = find_proposal(work.session(), actor, id);
    if (!proposal) return refuse(proposal.error());
    if (auto open = may(act, proposal->stage); !open) return refuse(open.error());
    auto head = store::text_head(work.session(), id);
    require(head.has_value(), "a proposal with a text");
    if (seen < 1 || seen > head->newest) {
        Refusal problem{Refusal::Kind::bad_input, {}};
        problem.add_field("version", "decisions.no_such_version", {{"newest", std::to_string(head->newest)}});
        return refuse(std::move(problem));
    }
    return TextAtWork{std::move(*proposal), std::move(*head), store::current_text(work.session(), id), seen};
}

Result<Amendment> open_amendment(storage::Session& session, Id<Proposal> proposal, std::int64_t number) {
    auto found = store::amendment(session, proposal, number);
    if (!found) return refuse(Refusal::Kind::not_found, "decisions.no_such_amendment");
    if (found->stage != AmendmentStage::open)
        return refuse(Refusal::because(Refusal::Kind::rule, "decisions.amendment_over")
                          .with("stage", std::string(name_of(found->stage))));
    return std::move(*found);
}

Result<void> has_right(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal,
                       std::string_view on_behalf, std::string_view right) {
    auto in_force = acting_charter(work, mechanism, proposal.matter);
    if (!in_force) return refuse(in_force.error());
    const Day today = Day::of(work.now());
    const std::string_view of = class_of_proposer(work.session(), *mechanism.states.now(), on_behalf, today);
    const charter::RightsTable& rights = (*in_force)->charter[charter::clause::participants::rights];
    if (const auto of_class = rights.find(std::string(of)); of_class != rights.end())
        if (const auto of_kind = of_class->second.find(std::string(meeting_kind_of(proposal.body)));
            of_kind != of_class->second.end() && std::ranges::count(of_kind->second, right) > 0)
            return {};
    const bool decides = right == "decide";
    Refusal refusal = Refusal::because(Refusal::Kind::rule,
                                       decides ? "decisions.not_entitled" : "decisions.no_right_to_propose");
    if (decides)
        refusal.with("state", std::string(on_behalf));
    else
        refusal.with("class", std::string(of)).with("body", proposal.body);
    refusal.reasons.back().clause = charter::spec_of(charter::clause::participants::rights).number;
    return refuse(std::move(refusal));
}

Result<std::string> wording_for(storage::Session& session, const TextAtWork& at_work, std::string_view key,
                                std::string_view typed, std::string_view field) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems_of_wording(typed, at_work.head.last_key, problems);
    const std::string wording = plain_paragraph(typed);
    if (wording.empty()) problems.add_field({}, "decisions.wording_needed");
    for (Reason& reason : problems.reasons) reason.field = field;
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    auto both = seen_and_now(session, at_work, key);
    if (!both) return refuse(both.error());
    Merged merged = merge_words(both->seen, both->now, wording);
    if (!merged.is_clean()) return refuse(collision(key, both->now, wording, merged));
    return std::move(merged.text);
}

Result<void> reads_as_seen(storage::Session& session, const TextAtWork& at_work, std::string_view key) {
    auto both = seen_and_now(session, at_work, key);
    if (!both) return refuse(both.error());
    if (both->seen == both->now) return {};
    return refuse(with_paragraph(Refusal::Kind::conflict, "decisions.paragraph_changed", key)
                      .with("base", both->seen)
                      .with("now", both->now));
}

std::int64_t save_text(ledger::Work& work, const identity::Actor& actor, TextAtWork& at_work,
                       const Text& text, store::Version version) {
    if (text == at_work.text) return at_work.head.newest;
    version.version = ++at_work.head.newest;
    version.made = work.now();
    version.made_by = actor.person().number;
    store::add_version(work.session(), at_work.proposal.id, version, at_work.text, text);
    at_work.text = text;
    return version.version;
}

ledger::Entry text_entry(std::string act, const identity::Permit& permit, const identity::Actor& actor,
                         const TextAtWork& at_work) {
    ledger::Entry entry = entry_of(std::move(act), permit, actor, at_work.proposal);
    entry.facts = {{"version", std::to_string(at_work.head.newest)}};
    return entry;
}

} // namespace poa::decisions
