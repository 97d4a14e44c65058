// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/begin_chain.hpp"

#include "base/text.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/store_chain.hpp"

namespace poa::decisions {
namespace {

std::string chain_clause() {
    return charter::spec_of(charter::clause::founding::adoption_chain).number;
}

/// The chain as the charter in force has it, before any step.
Result<Chain> chain_to_begin(storage::Session& session, const BeginChain& request, Instant now) {
    const auto in_force = charter::read_in_force(session);
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    if (store::founding_chain(session)) return refuse(Refusal::Kind::conflict, "decisions.chain_begun");
    if (in_force->version != request.charter_version)
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.charter_changed")
                          .with("version", std::to_string(in_force->version)));
    Chain made{in_force->version, now, {}};
    for (std::string& step : steps_of(in_force->charter)) made.steps.push_back({std::move(step), {}});
    if (!made.steps.empty()) return made;
    Refusal refusal = Refusal::because(Refusal::Kind::rule, "decisions.charter_names_no_chain");
    refusal.reasons.back().clause = chain_clause();
    return refuse(std::move(refusal));
}

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Chain& chain) {
    std::vector<std::string> steps;
    for (const ChainStep& step : chain.steps) steps.push_back(step.step);
    ledger::Entry entry;
    entry.act = "decisions.begin_chain";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "chain:founding";
    entry.clause = chain_clause();
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"charter", std::to_string(chain.charter_version)}, {"steps", join(steps, " ")}};
    work.record(entry);
}

} // namespace

const Input<BeginChain>& input_of(Of<BeginChain>) {
    static const auto input =
        Input<BeginChain>("decisions.begin_chain")
            .number("charter_version", &BeginChain::charter_version,
                    {.label = N_("Version of the charter whose chain it is"), .least = 1});
    return input;
}

Result<Chain> begin_chain(ledger::Work& work, const identity::Actor& actor, const BeginChain& request) {
    auto permit = act_for_chair(work, actor, "decisions.begin_chain");
    if (!permit) return refuse(permit.error());
    auto chain = chain_to_begin(work.session(), request, work.now());
    if (!chain) return chain;
    store::add_chain(work.session(), *chain);
    record(work, actor, *permit, *chain);
    return chain;
}

} // namespace poa::decisions
