// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/extend_call.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/store_calls.hpp"

namespace poa::views {
namespace {

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Call& call, const Extension& extension) {
    ledger::Entry entry;
    entry.act = "views.extend_call";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "views_call:" + call.slug;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"deadline_before", extension.from.iso()},
                   {"deadline", extension.to.iso()},
                   {"after_deadline", extension.after_deadline ? "yes" : "no"}};
    entry.sealed = {{"reason", extension.reason}};
    work.record(entry);
}

} // namespace

Result<Call> extend_call(ledger::Work& work, const identity::Actor& actor, const ExtendCall& request) {
    auto permit = permissions().check("views.extend_call", actor);
    if (!permit) return refuse(permit.error());
    auto call = find_call(work.session(), request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    CallStage stage = stage_of(*call, work.now());
    if (stage == CallStage::closed)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.call_closed")
                          .with("closed", Day::of(*call->closed_at).iso()));
    Refusal problems = problems_of_extension(*call, request.deadline, request.reason, Day::of(work.now()));
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    Extension extension{present_deadline(*call),           *request.deadline, nfc(trim(request.reason)),
                        stage == CallStage::past_deadline, work.now(),        permit->on_behalf()};
    if (!insert_extension(work.session(), *call, extension))
        return refuse(Refusal::Kind::conflict, "views.stale");
    record(work, actor, *permit, *call, extension);
    call->extensions.push_back(std::move(extension));
    ++call->revision;
    return std::move(*call);
}

} // namespace poa::views
