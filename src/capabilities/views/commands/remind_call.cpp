// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/remind_call.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/queries_calls.hpp"

#include <algorithm>

namespace poa::views {
namespace {

Refusal problems_of(const RemindCall& request) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (trim(request.text).empty()) problems.add_field("text", "input.required");
    if (std::ranges::find(channels(), request.channel) == channels().end())
        problems.add_field("channel", "input.not_a_choice", {{"value", request.channel}});
    return problems;
}

void record(ledger::Work& work, const identity::Actor& actor, const Call& call, const Reminder& reminder) {
    ledger::Entry entry;
    entry.act = "views.remind_call";
    entry.on_behalf = reminder.recorded_by;
    entry.subject = "views_call:" + call.slug;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"day", reminder.day.iso()},
                   {"channel", reminder.channel},
                   {"reminded", std::to_string(reminder.reminded.size())},
                   {"deadline", present_deadline(call).iso()}};
    entry.sealed = {{"text", reminder.text}, {"states", join(reminder.reminded, " ")}};
    work.record(entry);
}

} // namespace

Result<Reminder> remind_call(ledger::Work& work, const identity::Actor& actor, const RemindCall& request,
                             const members::Register& states) {
    auto permit = permissions().check("views.remind_call", actor);
    if (!permit) return refuse(permit.error());
    auto call = find_call(work.session(), request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    if (auto taken = takes_views(*call, work.now()); !taken) return refuse(taken.error());
    Refusal problems = problems_of(request);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    const Day today = Day::of(work.now());
    Reminder reminder{
        today,
        nfc(trim(request.text)),
        request.channel,
        states_without_reply(called_states(*call, states, today), read_submissions(work.session(), call->id)),
        work.now(),
        permit->on_behalf()};
    if (reminder.reminded.empty()) return refuse(Refusal::Kind::rule, "views.nobody_to_remind");
    insert_reminder(work.session(), call->id, reminder);
    record(work, actor, *call, reminder);
    return reminder;
}

} // namespace poa::views
