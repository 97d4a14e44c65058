// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/end_help.hpp"

namespace poa::national_reports {

const Input<EndHelp>& input_of(Of<EndHelp>) {
    static const auto input = Input<EndHelp>("national_reports.end_help")
                                  .id("report", &EndHelp::report)
                                  .hidden("organisation", &EndHelp::organisation);
    return input;
}

Result<KeptReport> end_help(ledger::Work& work, const identity::Actor& actor, const EndHelp& request) {
    auto on = act_on_report(work, actor, "national_reports.end_help", request.report);
    if (!on) return refuse(on.error());
    if (!store::end_help(work.session(), on->report.id, request.organisation, Day::of(work.now()),
                         work.now()))
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_helper");
    ledger::Entry entry = entry_of("national_reports.end_help", *on);
    entry.facts.emplace_back("organisation", request.organisation);
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
