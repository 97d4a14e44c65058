// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/settle_comment.hpp"

namespace poa::national_reports {

const Input<SettleComment>& input_of(Of<SettleComment>) {
    static const auto input =
        Input<SettleComment>("national_reports.settle_comment")
            .id("report", &SettleComment::report)
            .number("comment", &SettleComment::comment, {.label = N_("Comment"), .least = 1});
    return input;
}

Result<KeptReport> settle_comment(ledger::Work& work, const identity::Actor& actor,
                                  const SettleComment& request) {
    auto on = act_on_report(work, actor, "national_reports.settle_comment", request.report);
    if (!on) return refuse(on.error());
    if (!store::settle_comment(work.session(), on->report.id, request.comment))
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_comment");
    ledger::Entry entry = entry_of("national_reports.settle_comment", *on);
    entry.facts.emplace_back("comment", std::to_string(request.comment));
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
