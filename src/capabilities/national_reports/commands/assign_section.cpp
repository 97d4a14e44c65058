// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/assign_section.hpp"

namespace poa::national_reports {

const Input<AssignSection>& input_of(Of<AssignSection>) {
    static const auto input =
        Input<AssignSection>("national_reports.assign_section")
            .id("report", &AssignSection::report)
            .hidden("section", &AssignSection::section)
            .line("ministry", &AssignSection::ministry,
                  {.label = N_("Ministry or office"), .required = false, .characters_max = 200})
            .tick("mine", &AssignSection::mine, {.label = N_("I answer for this section")})
            .day("due", &AssignSection::due, {.label = N_("Due"), .required = false});
    return input;
}

Result<KeptReport> assign_section(ledger::Work& work, const identity::Actor& actor,
                                  const AssignSection& request) {
    auto on = act_on_report(work, actor, "national_reports.assign_section", request.report);
    if (!on) return refuse(on.error());
    if (on->survey->find_section(request.section) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    SectionTask task;
    task.section = request.section;
    task.ministry = request.ministry;
    task.person = request.mine ? on->person : 0;
    task.due = request.due;
    task.set_at = work.now();
    store::put_task(work.session(), on->report.id, task);
    ledger::Entry entry = entry_of("national_reports.assign_section", *on);
    entry.facts.emplace_back("section", request.section);
    entry.facts.emplace_back("ministry", request.ministry);
    entry.facts.emplace_back("due", request.due ? request.due->iso() : "");
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
