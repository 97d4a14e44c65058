// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/mark_section.hpp"

namespace poa::national_reports {

const Input<MarkSection>& input_of(Of<MarkSection>) {
    static const auto input = Input<MarkSection>("national_reports.mark_section")
                                  .id("report", &MarkSection::report)
                                  .hidden("section", &MarkSection::section)
                                  .tick("ready", &MarkSection::ready, {.label = N_("This section is ready")});
    return input;
}

Result<KeptReport> mark_section(ledger::Work& work, const identity::Actor& actor,
                                const MarkSection& request) {
    auto on = act_on_report(work, actor, "national_reports.mark_section", request.report);
    if (!on) return refuse(on.error());
    if (on->survey->find_section(request.section) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    SectionTask task;
    task.section = request.section;
    for (SectionTask& known : store::tasks(work.session(), on->report.id))
        if (known.section == request.section) task = std::move(known);
    task.ready = request.ready;
    task.set_at = work.now();
    store::put_task(work.session(), on->report.id, task);
    ledger::Entry entry = entry_of("national_reports.mark_section", *on);
    entry.facts.emplace_back("section", request.section);
    entry.facts.emplace_back("ready", request.ready ? "yes" : "no");
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
