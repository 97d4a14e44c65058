// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/revise_report.hpp"

namespace poa::national_reports {

const Input<ReviseReport>& input_of(Of<ReviseReport>) {
    static const auto input =
        Input<ReviseReport>("national_reports.revise_report").id("report", &ReviseReport::report);
    return input;
}

Result<KeptReport> revise_report(ledger::Work& work, const identity::Actor& actor,
                                 const ReviseReport& request) {
    auto on = act_on_report(work, actor, "national_reports.revise_report", request.report);
    if (!on) return refuse(on.error());
    if (auto gone = go_on(work, *on, ReportVerb::revise); !gone) return refuse(gone.error());
    work.record(entry_of("national_reports.revise_report", *on));
    return on->report;
}

} // namespace poa::national_reports
