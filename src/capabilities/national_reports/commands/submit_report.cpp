// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/submit_report.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/keeping_needs.hpp"
#include "capabilities/national_reports/keeping_practices.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

/// The questions whose answers changed after the report was as the approver read it.
std::vector<std::string> changed_since(ledger::Work& work, const ActingOn& on, std::int64_t seen) {
    std::optional<Instant> read;
    for (const ReportHistoryStep& step : store::steps(work.session(), on.report.id))
        if (step.revision <= seen) read = step.at;
    std::vector<std::string> changed;
    for (const auto& [question, held] : store::answers(work.session(), on.report.id))
        if (!read || held.changed_at >= *read) changed.push_back(question);
    return changed;
}

Result<void> may_submit(ledger::Work& work, const ActingOn& on, std::int64_t seen) {
    if (on.report.stage == ReportStage::submitted && on.report.release > 0) {
        const KeptRelease newest = store::releases(work.session(), on.report.id).back();
        const auto name = identity::name_of_person(work.session(), Id<identity::Person>{newest.approved_by});
        return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.submitted_already")
                          .with("by", name.value_or(""))
                          .with("at", iso(newest.at))
                          .with("release", std::to_string(newest.number)));
    }
    if (on.report.revision != seen)
        return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.changed_since")
                          .with("questions", join(changed_since(work, on, seen), " "))
                          .with("seen", std::to_string(seen))
                          .with("now", std::to_string(on.report.revision)));
    if (auto stage = after(on.report.stage, ReportVerb::submit); !stage) return refuse(stage.error());
    return {};
}

} // namespace

const Input<SubmitReport>& input_of(Of<SubmitReport>) {
    static const auto input =
        Input<SubmitReport>("national_reports.submit_report")
            .id("report", &SubmitReport::report)
            .number("revision", &SubmitReport::revision, {.label = N_("Revision read"), .least = 1});
    return input;
}

Result<KeptRelease> submit_report(ledger::Work& work, const identity::Actor& actor,
                                  const SubmitReport& request) {
    auto on = act_on_report(work, actor, "national_reports.submit_report", request.report);
    if (!on) return refuse(on.error());
    if (auto may = may_submit(work, *on, request.revision); !may) return refuse(may.error());
    const auto answers = releasable(*on->survey, store::answers(work.session(), on->report.id));
    KeptRelease release{on->report.release + 1, digest_of(answers), work.now(), on->person, {}};
    store::add_release(work.session(), on->report.id, release, answers);
    on->report.release = release.number;
    on->report.submitted_at = work.now();
    keep_needs(work, on->report, *on->survey, answers);
    keep_practices(work, on->report, *on->survey, answers, on->person);
    if (auto gone = go_on(work, *on, ReportVerb::submit); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.submit_report", *on);
    // What concerns everybody is that the State reported, and what fixes it: the rest is for whom it chose.
    entry.subject = "state:" + on->report.state;
    entry.audience = Audience::everyone;
    entry.facts.emplace_back("release", std::to_string(release.number));
    entry.facts.emplace_back("sha256", release.digest.hex());
    work.record(entry);
    return release;
}

} // namespace poa::national_reports
