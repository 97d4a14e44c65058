// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/put_up_report.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

Result<void> may_be_put_up(ledger::Work& work, const ActingOn& on, std::size_t answers) {
    if (auto stage = after(on.report.stage, ReportVerb::put_up); !stage) return refuse(stage.error());
    std::vector<std::string> unsettled;
    for (const auto& [question, version] : store::beside(work.session(), on.report.id))
        if (unsettled.empty() || unsettled.back() != question) unsettled.push_back(question);
    if (!unsettled.empty())
        return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.unsettled")
                          .with("questions", join(unsettled, " ")));
    if (answers == 0) return refuse(Refusal::Kind::rule, "national_reports.nothing_to_release");
    return {};
}

} // namespace

const Input<PutUpReport>& input_of(Of<PutUpReport>) {
    static const auto input =
        Input<PutUpReport>("national_reports.put_up_report").id("report", &PutUpReport::report);
    return input;
}

Result<KeptReport> put_up_report(ledger::Work& work, const identity::Actor& actor,
                                 const PutUpReport& request) {
    auto on = act_on_report(work, actor, "national_reports.put_up_report", request.report);
    if (!on) return refuse(on.error());
    const auto release = releasable(*on->survey, store::answers(work.session(), on->report.id));
    if (auto may = may_be_put_up(work, *on, release.size()); !may) return refuse(may.error());
    if (auto gone = go_on(work, *on, ReportVerb::put_up); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.put_up_report", *on);
    entry.facts.emplace_back("answers", std::to_string(release.size()));
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
