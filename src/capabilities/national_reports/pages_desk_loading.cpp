// SPDX-License-Identifier: Apache-2.0
// The desk of a delegation, and acts as forms with what is needed to choose.
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/pages_filling_loading.hpp"
#include "capabilities/national_reports/permissions.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

DeskRow desk_row(const ReportReading& reading, const KeptReport& report) {
    const auto survey = survey_of(reading.session, report.survey);
    DeskRow row;
    row.report = report.id.number;
    row.state = report.state;
    row.name = name_of_state(reading, report.state);
    row.survey = survey->key;
    row.survey_title = shown(survey->title, reading);
    row.stage = name_of(report.stage);
    row.year = report.year;
    row.release = report.release;
    for (const SectionProgress& of : progress_of(*survey, store::answers(reading.session, report.id))) {
        row.asked += static_cast<std::int64_t>(of.asked);
        row.answered += static_cast<std::int64_t>(of.answered);
        row.to_confirm += static_cast<std::int64_t>(of.to_confirm);
        row.minutes_left += of.minutes_left;
    }
    row.is_own = reading.actor.acts_for_state(report.state);
    return row;
}

std::vector<SurveyToAnswer> surveys_to_answer(const ReportReading& reading) {
    std::vector<SurveyToAnswer> found;
    for (const KeptSurvey& kept : store::surveys(reading.session)) {
        if (kept.stage != SurveyStage::in_use) continue;
        const auto survey = survey_of(reading.session, kept.id);
        SurveyToAnswer row{survey->key, shown(survey->title, reading), kept.version,
                           static_cast<std::int64_t>(survey->question_count()), 0};
        for (const Section& section : survey->sections) row.minutes += minutes_of(section);
        found.push_back(std::move(row));
    }
    return found;
}

/// Sections of reports still to be filled in that the reader answers for, the soonest due first.
std::vector<DeskTask> tasks_of_reader(const ReportReading& reading, Day today) {
    std::vector<DeskTask> found;
    for (const KeptReport& report : reports_to_fill_in(reading.session, reading.actor, today)) {
        const auto survey = survey_of(reading.session, report.survey);
        for (const SectionTask& task : store::tasks(reading.session, report.id)) {
            const Section* section = survey->find_section(task.section);
            if (task.person != reading.actor.person().number || task.ready || section == nullptr) continue;
            const Shown title = section->title.in(reading.visit.in.code());
            found.push_back({report.id.number,
                             name_of_state(reading, report.state) + ": " + shown(survey->title, reading) +
                                 ", " + std::to_string(report.year),
                             task.section, std::string(title.text), std::string(title.language),
                             task.ministry, task.due});
        }
    }
    std::ranges::stable_sort(
        found, {}, [](const DeskTask& task) { return std::pair(!task.due, task.due.value_or(Day{})); });
    return found;
}

void add_people(const ReportReading& reading, const KeptReport& report, ReportActPage& page) {
    SectionTask task;
    for (const SectionTask& kept : store::tasks(reading.session, report.id))
        if (kept.section == page.section) task = kept;
    page.ministry = task.ministry;
    page.due = task.due;
    for (const auto& person :
         people_to_ask(reading.session, reading.actor, report.state, Day::of(reading.now)))
        page.people.push_back({person.id.number, person.name, person.id.number == task.person});
}

/// The answer and what stands beside it.
void add_texts(const ReportReading& reading, const KeptReport& report, const Survey& survey,
               ReportActPage& page) {
    const Question* question = survey.find(page.question);
    const HeldAnswers answers = store::answers(reading.session, report.id);
    Names names(reading.session);
    page.texts.emplace_back(); // the answer, even where there is none yet
    for (const AnswerVersion& version : store::versions(reading.session, report.id, page.question)) {
        if (version.revision == 0 && !version.settled_at)
            page.texts.push_back(version_row(reading, report.id, survey, question, version, names));
        if (version.revision == 0 || version.revision != page.seen) continue;
        page.texts.front() = version_row(reading, report.id, survey, question, version, names);
        page.texts.front().number = 0;
    }
    if (question != nullptr) page.writable = question_row(reading, survey, *question, answers);
}

} // namespace

Result<DeskPage> load_desk(const ReportReading& reading) {
    if (auto may = may_act(reading.actor, "national_reports.save_answers"); !may) return refuse(may.error());
    const Day today = Day::of(reading.now);
    DeskPage page;
    page.year = today.year();
    for (const identity::Standing& standing : reading.actor.standings())
        if (permissions().permits("national_reports.open_report", reading.actor, standing.body))
            page.state = standing.body.code();
    if (!page.state.empty()) page.surveys = surveys_to_answer(reading);
    for (const KeptReport& report : reports_to_fill_in(reading.session, reading.actor, today))
        page.rows.push_back(desk_row(reading, report));
    page.tasks = tasks_of_reader(reading, today);
    page.reader = reading.actor.person().number;
    return page;
}

Result<ReportActPage> load_report_act(const ReportReading& reading, Id<NationalReport> id,
                                      ReportActPage page) {
    auto report = report_to_fill_in(reading.session, reading.actor, id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    page.head = head_of(reading, *report, *survey);
    if (page.command == "assign_section") add_people(reading, *report, page);
    if (page.question.empty()) return page;
    page.label = label_of(reading, *survey, page.question);
    page.seen = store::answer(reading.session, id, page.question).value_or(HeldAnswer{}).revision;
    if (page.command == "settle_answer") add_texts(reading, *report, *survey, page);
    return page;
}

} // namespace poa::national_reports
