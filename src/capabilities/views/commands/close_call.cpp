// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/close_call.hpp"

#include "capabilities/views/permissions.hpp"
#include "capabilities/views/store_calls.hpp"

namespace poa::views {
namespace {

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Call& call) {
    const CallCounts counts = count_standing(work.session())[call.id.number];
    ledger::Entry entry;
    entry.act = "views.close_call";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "views_call:" + call.slug;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"deadline", present_deadline(call).iso()},
                   {"states", std::to_string(counts.states)},
                   {"late", std::to_string(counts.late)},
                   {"consultation", std::to_string(counts.consultation)},
                   {"stakeholders", std::to_string(counts.stakeholders)}};
    work.record(entry);
}

} // namespace

Result<Call> close_call(ledger::Work& work, const identity::Actor& actor, const CloseCall& request) {
    auto permit = permissions().check("views.close_call", actor);
    if (!permit) return refuse(permit.error());
    auto call = find_call(work.session(), request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    CallStage stage = stage_of(*call, work.now());
    if (stage == CallStage::closed)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.call_closed")
                          .with("closed", Day::of(*call->closed_at).iso()));
    if (stage != CallStage::past_deadline)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.deadline_runs")
                          .with("deadline", present_deadline(*call).iso()));
    if (!update_closed(work.session(), *call, work.now()))
        return refuse(Refusal::Kind::conflict, "views.stale");
    record(work, actor, *permit, *call);
    call->closed_at = work.now();
    ++call->revision;
    return std::move(*call);
}

} // namespace poa::views
