// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/queries_reports.hpp"

#include <algorithm>

namespace poa::national_reports {

std::vector<ReadableRelease> releases_for(storage::Session& session, const identity::Reader& reader,
                                          std::string_view state, std::int64_t year,
                                          std::string_view survey) {
    std::vector<ReadableRelease> found;
    const std::string owner = "state:" + std::string(state);
    for (KeptReport& report : store::released_reports(session, year, year)) {
        if (report.state != state) continue;
        ReadableRelease readable{std::move(report), {}, survey_of(session, report.survey), {}};
        if (!survey.empty() && readable.survey->key != survey) continue;
        readable.release = store::releases(session, readable.report.id).back();
        for (ReleasedAnswer& answer : store::released(session, readable.report.id, readable.release.number))
            if (reader.may_see(answer.sharing.audience, owner, answer.sharing.parties))
                readable.answers.push_back(std::move(answer));
        found.push_back(std::move(readable));
    }
    return found;
}

Result<KeptReport> report_to_fill_in(storage::Session& session, const identity::Actor& actor,
                                     Id<NationalReport> id, Day today) {
    if (auto may = may_act(actor, "national_reports.save_answers"); !may) return refuse(may.error());
    auto report = store::report(session, id);
    if (!report || !may_fill_in(session, actor, *report, today))
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_report");
    return std::move(*report);
}

std::vector<KeptReport> reports_to_fill_in(storage::Session& session, const identity::Actor& actor,
                                           Day today) {
    std::vector<KeptReport> found;
    const auto add = [&](std::vector<KeptReport> some) {
        for (KeptReport& report : some)
            if (std::ranges::find(found, report.id, &KeptReport::id) == found.end() &&
                may_fill_in(session, actor, report, today))
                found.push_back(std::move(report));
    };
    for (const identity::Standing& standing : actor.standings()) {
        if (standing.body.kind() == identity::Body::Kind::state)
            add(store::reports_of(session, standing.body.code()));
        if (standing.body.kind() == identity::Body::Kind::organisation)
            add(store::helped_by(session, standing.body.code(), today));
    }
    return found;
}

} // namespace poa::national_reports
