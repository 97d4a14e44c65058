// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/record_external_step.hpp"

#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/store_chain.hpp"

namespace poa::decisions {
namespace {

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const RecordExternalStep& request) {
    ledger::Entry entry;
    entry.act = "decisions.record_external_step";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "chain:founding";
    entry.clause = charter::spec_of(charter::clause::founding::adoption_chain).number;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"step", request.step},
                   {"symbol", request.symbol},
                   {"day", request.day->iso()},
                   {"manner", request.manner},
                   {"source", request.source}};
    work.record(entry);
}

/// Those that a body outside takes.
std::vector<Choice> outside_steps() {
    std::vector<Choice> made;
    for (const StepSpec& spec : step_specs())
        if (spec.body.empty()) made.push_back({spec.step, spec.title});
    return made;
}

} // namespace

const Input<RecordExternalStep>& input_of(Of<RecordExternalStep>) {
    static const auto input =
        Input<RecordExternalStep>("decisions.record_external_step")
            .choice("step", &RecordExternalStep::step, {.label = N_("Step"), .choices = outside_steps()})
            .line("symbol", &RecordExternalStep::symbol,
                  {.label = N_("Symbol of the resolution or decision"), .characters_max = 100})
            .day("day", &RecordExternalStep::day, {.label = N_("Day on which it was adopted")})
            .choice(
                "manner", &RecordExternalStep::manner,
                {.label = N_("How it was adopted"),
                 .choices = {{"consensus", N_("by consensus, or without a vote")}, {"vote", N_("by vote")}}})
            .line("source", &RecordExternalStep::source,
                  {.label = N_("Where it can be read"), .characters_max = 500});
    return input;
}

Result<Chain> record_external_step(ledger::Work& work, const identity::Actor& actor,
                                   const RecordExternalStep& request) {
    auto permit = act_for_chair(work, actor, "decisions.record_external_step");
    if (!permit) return refuse(permit.error());
    const auto in_force = charter::read_in_force(work.session());
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    const auto chain = store::founding_chain(work.session());
    if (!chain) return refuse(Refusal::Kind::rule, "decisions.no_chain");
    const StepAct act{request.symbol, *request.day, request.manner == "consensus", request.source, {}};
    const auto may = may_take(*chain, in_force->charter, request.step, act, Day::of(work.now()));
    if (!may) return refuse(may.error());
    store::take_step(work.session(), *chain->waiting(), act, work.now());
    record(work, actor, *permit, request);
    return *store::founding_chain(work.session());
}

} // namespace poa::decisions
