// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/allow_help.hpp"

namespace poa::national_reports {

const Input<AllowHelp>& input_of(Of<AllowHelp>) {
    static const auto input =
        Input<AllowHelp>("national_reports.allow_help")
            .id("report", &AllowHelp::report)
            .line(
                "organisation", &AllowHelp::organisation,
                {.label = N_("Organisation"), .hint = N_("Its key on this platform."), .characters_max = 80})
            .day("until", &AllowHelp::until, {.label = N_("Until"), .hint = N_("Last day of the help.")});
    return input;
}

Result<KeptReport> allow_help(ledger::Work& work, const identity::Actor& actor, const AllowHelp& request) {
    auto on = act_on_report(work, actor, "national_reports.allow_help", request.report);
    if (!on) return refuse(on.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!identity::Body::parse("organisation:" + request.organisation))
        problems.add_field("organisation", "national_reports.no_such_organisation",
                           {{"value", request.organisation}});
    const Day today = Day::of(work.now());
    if (request.until.value_or(today) < today) problems.add_field("until", "national_reports.day_past");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    store::put_help(work.session(), on->report.id,
                    {request.organisation, request.until.value_or(today), work.now(), on->person, {}});
    ledger::Entry entry = entry_of("national_reports.allow_help", *on);
    entry.facts.emplace_back("organisation", request.organisation);
    entry.facts.emplace_back("until", request.until.value_or(today).iso());
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
