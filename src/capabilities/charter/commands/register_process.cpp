// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/commands/register_process.hpp"

#include "base/text.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/charter/store.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Process& process) {
    ledger::Entry entry;
    entry.act = "charter.register_process";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "charter_process:" + process.key;
    entry.clause = spec_of(clause::mechanism::single_track).number;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"title", process.title},
                   {"mandate", process.mandate},
                   {"part", std::string(name_of(process.part))},
                   {"from", process.from.iso()},
                   {"to", process.to ? process.to->iso() : ""}};
    work.record(entry);
}

} // namespace

const Input<RegisterProcess>& input_of(Of<RegisterProcess>) {
    static const auto input =
        Input<RegisterProcess>("charter.register_process")
            .line("title", &RegisterProcess::title, {.label = N_("Title"), .characters_min = 3})
            .line("mandate", &RegisterProcess::mandate,
                  {.label = N_("Resolution or decision it rests on"),
                   .hint = N_("Its symbol, such as A/RES/75/240.")})
            .choice("part", &RegisterProcess::part,
                    {.label = N_("How it stands to the mechanism"),
                     .choices = {{"predecessor", N_("The mechanism continues its work")},
                                 {"same_matter", N_("On the same matter")},
                                 {"other", N_("On another matter")}}})
            .day("from", &RegisterProcess::from, {.label = N_("First day")})
            .day("to", &RegisterProcess::to,
                 {.label = N_("Last day"), .hint = N_("Empty where no end is known."), .required = false});
    return input;
}

Result<Process> register_process(ledger::Work& work, const identity::Actor& actor,
                                 const RegisterProcess& request) {
    auto permit = permissions().check("charter.register_process", actor);
    if (!permit) return refuse(permit.error());
    Process process{slug(request.title),
                    nfc(trim(request.title)),
                    nfc(trim(request.mandate)),
                    *parse_process_part(request.part),
                    *request.from,
                    request.to};
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (process.to && *process.to < process.from) problems.add_field("to", "charter.days_backwards");
    if (process.key.empty()) problems.add_field("title", "input.required");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    const auto known = store::processes(work.session());
    if (std::ranges::find(known, process.key, &Process::key) != known.end())
        return refuse(
            Refusal::because(Refusal::Kind::conflict, "charter.process_known").with("key", process.key));
    store::add_process(work.session(), process, work.now());
    record(work, actor, *permit, process);
    return process;
}

} // namespace poa::charter
