// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/send_back_report.hpp"

namespace poa::national_reports {

const Input<SendBackReport>& input_of(Of<SendBackReport>) {
    static const auto input = Input<SendBackReport>("national_reports.send_back_report")
                                  .id("report", &SendBackReport::report)
                                  .multiline("reason", &SendBackReport::reason,
                                             {.label = N_("What should change"), .characters_max = 4'000});
    return input;
}

Result<KeptReport> send_back_report(ledger::Work& work, const identity::Actor& actor,
                                    const SendBackReport& request) {
    auto on = act_on_report(work, actor, "national_reports.send_back_report", request.report);
    if (!on) return refuse(on.error());
    if (auto gone = go_on(work, *on, ReportVerb::send_back, request.reason); !gone)
        return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.send_back_report", *on);
    entry.facts.emplace_back("reason", request.reason);
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
