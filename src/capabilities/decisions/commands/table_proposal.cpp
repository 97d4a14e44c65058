// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/table_proposal.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/planned.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_text.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

void add_reasons(Refusal& problems, Refusal more) {
    for (Reason& reason : more.reasons) problems.reasons.push_back(std::move(reason));
}

bool is_group_at_work(storage::Session& session, const Proposal& proposal, Day today) {
    const auto groups = groups_on(session, today);
    return std::ranges::any_of(groups, [&](const WorkingGroup& group) {
        return "group:" + group.id == proposal.proposer && group.meets_on(today);
    });
}

/// Marks that lead nowhere, each with its place: nobody could negotiate on them.
void check_wording(const Text& text, Refusal& problems) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        Refusal of_paragraph{Refusal::Kind::bad_input, {}};
        problems_of_wording(text[i].text, static_cast<std::int64_t>(text.size()), of_paragraph);
        for (Reason& reason : of_paragraph.reasons) {
            const bool refers = reason.code == "decisions.unknown_reference";
            reason.code = refers ? "decisions.draft_reference" : "decisions.draft_brackets";
            reason.field.clear();
            reason.facts.emplace_back("paragraph", text[i].key);
            reason.facts.emplace_back("number", std::to_string(i + 1));
            problems.reasons.push_back(std::move(reason));
        }
    }
}

/// Everything that stands against tabling, together.
Refusal problems_of(ledger::Work& work, const Mechanism& mechanism, const charter::CharterInForce& in_force,
                    const Proposal& proposal) {
    const Day today = Day::of(work.now());
    const auto states = mechanism.states.now();
    Refusal problems = problems_of_tabling(
        in_force.charter, proposal, class_of_proposer(work.session(), *states, proposal.proposer, today),
        store::sponsors_of(work.session(), proposal.id), today);
    if (!proposal.meeting && proposal.body != "founding_conference") {
        problems.reasons.push_back(Reason{"decisions.no_meeting", {}, {}, {}});
    }
    if (proposal.proposer.starts_with("group:") && !is_group_at_work(work.session(), proposal, today))
        problems.reasons.push_back(Reason{"decisions.no_such_group", {}, {{"group", proposal.proposer}}, {}});
    check_wording(current_text(work.session(), proposal.id), problems);
    if (auto effect = check_effect(work.session(), mechanism, in_force, proposal, work.now()); !effect)
        add_reasons(problems, std::move(effect.error()));
    return problems;
}

std::string symbol_of(ledger::Work& work) {
    const int year = Day::of(work.now()).year();
    const auto number = store::next_number(work.session(), "L", year);
    return "POA/" + std::to_string(year) + "/L." + std::to_string(number);
}

void record(ledger::Work& work, const identity::Permit& permit, const identity::Actor& actor,
            const Proposal& proposal) {
    const PutText text = put_text(work.session(), proposal);
    ledger::Entry entry = entry_of("decisions.table_proposal", permit, actor, proposal);
    entry.facts = {{"symbol", proposal.symbol},
                   {"title", proposal.title},
                   {"proposer", proposal.proposer},
                   {"body", proposal.body},
                   {"matter", std::string(name_of(proposal.matter))},
                   {"effect", proposal.effect},
                   {"effect_fields_sha256", sha256(proposal.effect_fields).hex()},
                   {"text_sha256", sha256(join(text.paragraphs, "\n\n")).hex()}};
    if (proposal.meeting) entry.facts.emplace_back("meeting", proposal.meeting->iso());
    work.record(entry);
}

} // namespace

const Input<TableProposal>& input_of(Of<TableProposal>) {
    static const auto input = Input<TableProposal>("decisions.table_proposal")
                                  .id("proposal", &TableProposal::proposal)
                                  .id("revision", &TableProposal::revision)
                                  .id("version", &TableProposal::version);
    return input;
}

Result<Proposal> table_proposal(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                                const TableProposal& request) {
    if (auto may = may_act_for_a_proposer(work, actor, "decisions.table_proposal"); !may)
        return refuse(may.error());
    auto found = find_proposal(work.session(), actor, request.proposal);
    if (!found) return found;
    auto permit = act_for_proposer(work, actor, "decisions.table_proposal", found->proposer);
    if (!permit) return refuse(permit.error());
    auto in_force = acting_charter(work, mechanism, found->matter);
    if (!in_force) return refuse(in_force.error());
    if (auto stage = next(found->stage, Verb::table); !stage) return refuse(stage.error());
    if (found->revision != request.revision.number)
        return refuse(Refusal::Kind::conflict, "decisions.changed_meanwhile");
    if (store::text_head(work.session(), found->id)->revision != request.version.number)
        return refuse(Refusal::Kind::conflict, "decisions.draft_reads_otherwise");
    found->meeting = planned_meeting(**in_force, found->body, Day::of(work.now()));
    if (Refusal problems = problems_of(work, mechanism, **in_force, *found); !problems.reasons.empty())
        return refuse(std::move(problems));
    found->symbol = symbol_of(work);
    found->tabled = work.now();
    if (auto gone = go_on(work.session(), *found, Verb::table); !gone) return refuse(gone.error());
    record(work, *permit, actor, *found);
    return found;
}

} // namespace poa::decisions
