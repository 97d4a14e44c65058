// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping.hpp"

#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/survey_file.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace poa::national_reports {
namespace {

using identity::Body;

/// Templates by the digest of their text, so that what is kept can never be another version's.
class SurveysInMemory {
  public:
    std::shared_ptr<const Survey> find(const Sha256& digest) {
        const std::scoped_lock lock(mutex_);
        const auto found = surveys_.find(digest);
        return found == surveys_.end() ? nullptr : found->second;
    }
    void keep(const Sha256& digest, std::shared_ptr<const Survey> survey) {
        const std::scoped_lock lock(mutex_);
        if (surveys_.size() >= surveys_max) surveys_.clear();
        surveys_.emplace(digest, std::move(survey));
    }

  private:
    static constexpr std::size_t surveys_max = 64;
    std::mutex mutex_;
    std::map<Sha256, std::shared_ptr<const Survey>> surveys_;
};

SurveysInMemory& surveys_in_memory() {
    static SurveysInMemory surveys;
    return surveys;
}

std::unexpected<Refusal> no_such() {
    return refuse(Refusal::Kind::not_found, "national_reports.no_such_report");
}

bool helps(storage::Session& session, const KeptReport& report, const Body& body, Day today) {
    if (body.kind() != Body::Kind::organisation) return false;
    const auto all = store::help(session, report.id);
    return std::ranges::any_of(all, [&](const Help& help) {
        return help.organisation == body.code() && !help.ended_at && today <= help.until;
    });
}

/// In the State's name before an organisation's.
Result<identity::Permit> permit_on(storage::Session& session, const identity::Actor& actor,
                                   std::string_view command, const KeptReport& report, Day today) {
    if (auto permit = permissions().check(command, actor, Body::state(report.state))) return permit;
    for (const identity::Standing& standing : actor.standings())
        if (helps(session, report, standing.body, today))
            if (auto permit = permissions().check(command, actor, standing.body)) return permit;
    return no_such();
}

} // namespace

std::shared_ptr<const Survey> survey_of(storage::Session& session, Id<SurveyVersion> id) {
    const auto digest = store::survey_digest(session, id);
    require(digest.has_value(), "a report answers a survey that is kept");
    if (auto known = surveys_in_memory().find(*digest)) return known;
    auto read = parse_survey(store::survey(session, id)->content);
    require(read.has_value(), "a survey as it was kept");
    auto survey = std::make_shared<const Survey>(std::move(*read));
    surveys_in_memory().keep(*digest, survey);
    return survey;
}

Result<identity::Permit> may_act(const identity::Actor& actor, std::string_view command) {
    for (const identity::Standing& standing : actor.standings())
        if (auto permit = permissions().check(command, actor, standing.body)) return permit;
    return permissions().check(command, actor);
}

Result<ActingOn> act_on_report(ledger::Work& work, const identity::Actor& actor, std::string_view command,
                               Id<NationalReport> id) {
    if (auto may = may_act(actor, command); !may) return refuse(may.error());
    auto report = store::report(work.session(), id);
    if (!report) return no_such();
    auto permit = permit_on(work.session(), actor, command, *report, Day::of(work.now()));
    if (!permit) return refuse(permit.error());
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    auto survey = survey_of(work.session(), report->survey);
    return ActingOn{std::move(*report), std::move(*permit), std::move(survey), actor.person().number};
}

bool may_fill_in(storage::Session& session, const identity::Actor& actor, const KeptReport& report,
                 Day today) {
    return permit_on(session, actor, "national_reports.save_answers", report, today).has_value();
}

bool release_stands(storage::Session& session, const KeptReport& report) {
    switch (report.stage) {
    case ReportStage::submitted:
    case ReportStage::revising:
        return true;
    case ReportStage::open:
    case ReportStage::withdrawn:
        return false;
    case ReportStage::approving:
        break;
    }
    const auto releases = store::releases(session, report.id);
    return !releases.empty() && !releases.back().withdrawn_at;
}

Result<void> go_on(ledger::Work& work, ActingOn& on, ReportVerb verb, std::string note) {
    auto next = after(on.report.stage, verb, release_stands(work.session(), on.report));
    if (!next) return refuse(next.error());
    const std::int64_t seen = on.report.revision++;
    if (*next == on.report.stage) {
        store::touch_report(work.session(), on.report.id);
        return {};
    }
    on.report.stage = *next;
    if (!store::change_report(work.session(), on.report, seen))
        return refuse(Refusal::Kind::conflict, "national_reports.changed_meanwhile");
    store::add_step(work.session(), on.report.id,
                    {verb, *next, on.report.revision, std::move(note), on.person, work.now()});
    return {};
}

ledger::Entry entry_of(std::string act, const ActingOn& on) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = on.permit.on_behalf();
    entry.subject = "national_report:" + std::to_string(on.report.id.number);
    entry.audience = Audience::own_delegation;
    entry.person = on.person;
    entry.facts = {
        {"state", on.report.state}, {"year", std::to_string(on.report.year)}, {"survey", on.survey->key}};
    return entry;
}

} // namespace poa::national_reports
