// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/commands/end_process.hpp"

#include "capabilities/charter/permissions.hpp"
#include "capabilities/charter/store.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Process& process) {
    ledger::Entry entry;
    entry.act = "charter.end_process";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "charter_process:" + process.key;
    entry.clause = spec_of(clause::mechanism::single_track).number;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"last", process.to->iso()}};
    work.record(entry);
}

} // namespace

const Input<EndProcess>& input_of(Of<EndProcess>) {
    static const auto input = Input<EndProcess>("charter.end_process")
                                  .hidden("process", &EndProcess::process)
                                  .day("last", &EndProcess::last, {.label = N_("Last day")});
    return input;
}

Result<Process> end_process(ledger::Work& work, const identity::Actor& actor, const EndProcess& request) {
    auto permit = permissions().check("charter.end_process", actor);
    if (!permit) return refuse(permit.error());
    auto known = store::processes(work.session());
    auto found = std::ranges::find(known, request.process, &Process::key);
    if (found == known.end()) return refuse(Refusal::Kind::not_found, "charter.no_such_process");
    if (found->to)
        return refuse(
            Refusal::because(Refusal::Kind::rule, "charter.process_ended").with("last", found->to->iso()));
    if (*request.last < found->from) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("last", "charter.days_backwards");
        return refuse(std::move(problems));
    }
    found->to = request.last;
    store::end_process(work.session(), found->key, *request.last);
    record(work, actor, *permit, *found);
    return *found;
}

} // namespace poa::charter
