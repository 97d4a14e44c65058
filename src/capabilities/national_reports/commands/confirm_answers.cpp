// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/confirm_answers.hpp"

namespace poa::national_reports {

const Input<ConfirmAnswers>& input_of(Of<ConfirmAnswers>) {
    static const auto input = Input<ConfirmAnswers>("national_reports.confirm_answers")
                                  .id("report", &ConfirmAnswers::report)
                                  .hidden("section", &ConfirmAnswers::section);
    return input;
}

Result<KeptReport> confirm_answers(ledger::Work& work, const identity::Actor& actor,
                                   const ConfirmAnswers& request) {
    auto on = act_on_report(work, actor, "national_reports.confirm_answers", request.report);
    if (!on) return refuse(on.error());
    const Section* section = on->survey->find_section(request.section);
    if (section == nullptr) return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    std::int64_t confirmed = 0;
    for (const Question& question : section->questions) {
        auto held = store::answer(work.session(), on->report.id, question.key);
        if (!held || held->confirmed) continue;
        held->confirmed = true;
        held->changed_at = work.now();
        held->changed_by = on->person;
        store::put_answer(work.session(), on->report.id, question.key, *held);
        ++confirmed;
    }
    if (confirmed == 0) return on->report;
    if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.confirm_answers", *on);
    entry.facts.emplace_back("section", request.section);
    entry.facts.emplace_back("confirmed", std::to_string(confirmed));
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
