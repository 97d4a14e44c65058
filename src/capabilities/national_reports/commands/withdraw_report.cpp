// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/withdraw_report.hpp"

#include "capabilities/national_reports/keeping_needs.hpp"
#include "capabilities/national_reports/keeping_practices.hpp"

namespace poa::national_reports {

const Input<WithdrawReport>& input_of(Of<WithdrawReport>) {
    static const auto input = Input<WithdrawReport>("national_reports.withdraw_report")
                                  .id("report", &WithdrawReport::report)
                                  .multiline("reason", &WithdrawReport::reason,
                                             {.label = N_("Reason, for your delegation alone"),
                                              .required = false,
                                              .characters_max = 4'000});
    return input;
}

Result<KeptReport> withdraw_report(ledger::Work& work, const identity::Actor& actor,
                                   const WithdrawReport& request) {
    auto on = act_on_report(work, actor, "national_reports.withdraw_report", request.report);
    if (!on) return refuse(on.error());
    if (auto stage = after(on->report.stage, ReportVerb::withdraw); !stage) return refuse(stage.error());
    if (!release_stands(work.session(), on->report))
        return refuse(Refusal::Kind::rule, "national_reports.no_release");
    const KeptRelease release = store::releases(work.session(), on->report.id).back();
    if (auto gone = go_on(work, *on, ReportVerb::withdraw, request.reason); !gone)
        return refuse(gone.error());
    store::withdraw_release(work.session(), on->report.id, release.number, work.now());
    drop_needs(work, on->report.id);
    keep_practices(work, on->report, *on->survey, {}, on->person);
    ledger::Entry entry = entry_of("national_reports.withdraw_report", *on);
    entry.subject = "state:" + on->report.state;
    entry.audience = Audience::everyone;
    entry.facts.emplace_back("release", std::to_string(release.number));
    entry.facts.emplace_back("sha256", release.digest.hex());
    if (!request.reason.empty()) entry.sealed = {{"reason", request.reason}};
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
