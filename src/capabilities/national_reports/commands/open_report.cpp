// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/open_report.hpp"

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/national_reports/crosswalk.hpp"
#include "capabilities/national_reports/permissions.hpp"

namespace poa::national_reports {
namespace {

bool is_iso3(std::string_view text) {
    return text.size() == 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == text.npos;
}

Result<identity::Permit> permit_for(ledger::Work& work, const identity::Actor& actor,
                                    const std::string& state) {
    if (auto may = may_act(actor, "national_reports.open_report"); !may) return may;
    if (!is_iso3(state)) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("state", "national_reports.no_such_state", {{"value", state}});
        return refuse(std::move(problems));
    }
    auto permit = permissions().check("national_reports.open_report", actor, identity::Body::state(state));
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

/// What the State said before, newest first. The surveys that were answered are held by the second.
std::vector<EarlierReport> earlier_reports(storage::Session& session, const std::vector<KeptReport>& reports,
                                           std::vector<std::shared_ptr<const Survey>>& surveys) {
    std::vector<EarlierReport> earlier;
    for (const KeptReport& report : reports) {
        surveys.push_back(survey_of(session, report.survey));
        earlier.push_back({surveys.back()->key, "report:" + std::to_string(report.id.number),
                           surveys.back().get(), store::answers(session, report.id)});
    }
    return earlier;
}

std::vector<KnownPractice> known_practices(storage::Session& session, const std::string& state) {
    std::vector<KnownPractice> known;
    for (const acquis::SharedPractice& practice : acquis::practices_of(session, state))
        known.push_back({practice.item, "note:" + std::to_string(practice.note.number), practice.text});
    return known;
}

std::size_t fill_in(ledger::Work& work, const ActingOn& on, const std::vector<KeptReport>& before) {
    std::vector<std::shared_ptr<const Survey>> surveys;
    auto offered = prefilled(*on.survey, earlier_reports(work.session(), before, surveys));
    fill_in_practices(*on.survey, known_practices(work.session(), on.report.state), offered);
    for (auto [question, held] : offered) {
        held.revision = 1;
        held.changed_at = work.now();
        held.changed_by = on.person;
        store::put_answer(work.session(), on.report.id, question, held);
        AnswerVersion version;
        version.answer = held.answer;
        version.revision = held.revision;
        version.origin = held.origin;
        version.at = work.now();
        version.person = on.person;
        store::add_version(work.session(), on.report.id, question, version);
    }
    return offered.size();
}

} // namespace

const Input<OpenReport>& input_of(Of<OpenReport>) {
    static const auto input =
        Input<OpenReport>("national_reports.open_report")
            .line("state", &OpenReport::state,
                  {.label = N_("State"), .hint = N_("Three letters, as in ISO 3166."), .characters_max = 3})
            .line("survey", &OpenReport::survey, {.label = N_("Survey"), .characters_max = 64})
            .number("year", &OpenReport::year,
                    {.label = N_("Year it reports on"), .least = 2000, .most = 2200});
    return input;
}

Result<KeptReport> open_report(ledger::Work& work, const identity::Actor& actor, const OpenReport& request) {
    auto permit = permit_for(work, actor, request.state);
    if (!permit) return refuse(permit.error());
    const auto survey = store::survey_in_use(work.session(), request.survey);
    if (!survey)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_survey_in_use")
                          .with("survey", request.survey));
    const auto before = store::reports_of(work.session(), request.state);
    for (const KeptReport& known : before)
        if (known.survey == survey->id && known.year == request.year)
            return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.report_exists")
                              .with("report", std::to_string(known.id.number))
                              .with("year", std::to_string(request.year)));
    ActingOn on{{}, std::move(*permit), survey_of(work.session(), survey->id), actor.person().number};
    on.report.state = request.state;
    on.report.survey = survey->id;
    on.report.year = request.year;
    on.report.revision = 1;
    on.report.opened_at = work.now();
    on.report.opened_by = on.person;
    on.report.id = store::add_report(work.session(), on.report);
    const std::size_t filled_in = fill_in(work, on, before);
    ledger::Entry entry = entry_of("national_reports.open_report", on);
    entry.facts.emplace_back("filled_in", std::to_string(filled_in));
    work.record(entry);
    return on.report;
}

} // namespace poa::national_reports
