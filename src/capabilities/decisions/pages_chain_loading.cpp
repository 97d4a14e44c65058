// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_agreed_loading.hpp"
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/decisions/queries_agreed.hpp"

namespace poa::decisions {
namespace {

std::string chain_clause() {
    return charter::spec_of(charter::clause::founding::adoption_chain).number;
}

ChainStepRow step_row(const Reading& reading, const ChainStep& step) {
    ChainStepRow row;
    row.step = step.step;
    row.title = step.step;
    if (const StepSpec* spec = find_step(step.step)) {
        row.title = reading.visit.in.tr(spec->title);
        row.body = spec->body;
        if (!row.body.empty()) row.body_name = body_words(row.body, reading.visit);
        row.holds_back = spec->holds_back;
    }
    if (!step.act) return row;
    row.day = step.act->day;
    row.symbol = step.act->symbol;
    row.manner = step.act->by_consensus ? "consensus" : "vote";
    row.source = step.act->source;
    if (step.act->proposal) row.decision = step.act->proposal->number;
    return row;
}

std::vector<ChainStepRow> rows_of(const Reading& reading, const Chain& chain) {
    std::vector<ChainStepRow> rows;
    for (const ChainStep& step : chain.steps) rows.push_back(step_row(reading, step));
    if (const auto waiting = chain.waiting()) rows[*waiting].is_waited_for = true;
    return rows;
}

/// As it would be begun now.
Chain chain_of(const charter::CharterInForce& in_force) {
    Chain made;
    made.charter_version = in_force.version;
    for (std::string& step : steps_of(in_force.charter)) made.steps.push_back({std::move(step), {}});
    return made;
}

} // namespace

FoundingPage load_founding(const Reading& reading) {
    FoundingPage page;
    page.clause = chain_clause();
    const ChainState state = chain_state(reading.session);
    page.is_active = state.active;
    if (state.chain) {
        page.begun = state.chain->begun;
        page.charter_version = state.chain->charter_version;
        page.rows = rows_of(reading, *state.chain);
        page.may_record = state.chain->waiting().has_value() &&
                          permissions().permits("decisions.record_external_step", reading.actor);
        return page;
    }
    const auto in_force = reading.mechanism.charter.of(reading.session);
    if (!in_force) return page;
    const Chain chain = chain_of(*in_force);
    page.charter_version = chain.charter_version;
    for (const ChainStep& step : chain.steps) page.rows.push_back(step_row(reading, step));
    page.may_begin = !page.rows.empty() && permissions().permits("decisions.begin_chain", reading.actor);
    return page;
}

Result<BeginChainPage> load_begin_chain(const Reading& reading) {
    auto permit = permissions().check("decisions.begin_chain", reading.actor);
    if (!permit) return refuse(permit.error());
    const auto in_force = reading.mechanism.charter.of(reading.session);
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    if (chain_state(reading.session).chain) return refuse(Refusal::Kind::conflict, "decisions.chain_begun");
    const Chain chain = chain_of(*in_force);
    BeginChainPage page{chain.charter_version, chain_clause(), {}};
    for (const ChainStep& step : chain.steps) page.rows.push_back(step_row(reading, step));
    return page;
}

Result<RecordStepPage> load_record_step(const Reading& reading) {
    auto permit = permissions().check("decisions.record_external_step", reading.actor);
    if (!permit) return refuse(permit.error());
    const ChainState state = chain_state(reading.session);
    if (!state.chain) return refuse(Refusal::Kind::rule, "decisions.no_chain");
    const auto waiting = state.chain->waiting();
    if (!waiting) return refuse(Refusal::Kind::rule, "decisions.chain_complete");
    return RecordStepPage{chain_clause(), rows_of(reading, *state.chain)[*waiting]};
}

} // namespace poa::decisions
