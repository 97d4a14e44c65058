// SPDX-License-Identifier: Apache-2.0
// What a delegation sees of its own reports.
#include "capabilities/national_reports/pages_filling_loading.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/pages_evidence.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/practices.hpp"
#include "capabilities/national_reports/store_practices.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

members::Language language_of(const web::Visit& visit) {
    return members::parse_language(visit.in.code()).value_or(members::Language::en);
}

std::string report_address(Id<NationalReport> report) {
    return "/my-reports/" + std::to_string(report.number);
}

} // namespace

std::string name_of_state(const ReportReading& reading, std::string_view iso3) {
    return std::string(reading.states.now()->display_name(iso3, language_of(reading.visit)));
}

std::string shown(const Texts& texts, const ReportReading& reading) {
    return std::string(texts.in(reading.visit.in.code()).text);
}

std::string label_of(const ReportReading& reading, const Survey& survey, std::string_view key) {
    const Question* question = survey.find(key);
    return question != nullptr ? shown(question->label, reading) : std::string(key);
}

ReportHead head_of(const ReportReading& reading, const KeptReport& report, const Survey& survey) {
    ReportHead head;
    head.report = report.id.number;
    head.year = report.year;
    head.release = report.release;
    head.revision = report.revision;
    head.version = store::survey(reading.session, report.survey)->version;
    head.state = report.state;
    head.name = name_of_state(reading, report.state);
    head.survey = survey.key;
    head.survey_title = shown(survey.title, reading);
    head.stage = name_of(report.stage);
    const identity::Body state = identity::Body::state(report.state);
    head.is_own = permissions().permits("national_reports.put_up_report", reading.actor, state);
    head.may_approve = permissions().permits("national_reports.submit_report", reading.actor, state);
    return head;
}

VersionRow version_row(const ReportReading& reading, Id<NationalReport> report, const Survey& survey,
                       const Question* question, const AnswerVersion& version, Names& names) {
    VersionRow row;
    row.number = version.number;
    row.revision = version.revision;
    row.text = question != nullptr ? text_in_words(survey, *question, version.answer, reading.visit.in.code())
                                   : text_of(version.answer);
    row.origin = version.origin;
    row.person = names.of(version.person);
    row.at = version.at;
    row.settled = version.settled_at.has_value();
    row.files = evidence_rows(version.answer, report_address(report));
    return row;
}

QuestionRow question_row(const ReportReading& reading, const Survey& survey, const Question& question,
                         const HeldAnswers& answers) {
    const std::string_view language = reading.visit.in.code();
    const auto known = answers.find(question.key);
    const HeldAnswer held = known == answers.end() ? HeldAnswer{} : known->second;
    const Shown label = question.label.in(language);
    QuestionRow row;
    row.question = question.key;
    row.kind = name_of(question.kind);
    row.label = label.text;
    row.language = label.language;
    row.hint = question.hint.in(language).text;
    row.source_document = question.source.document;
    row.source_place = question.source.place;
    if (question.shown_if) {
        const auto other = answers.find(question.shown_if->question);
        row.asked = is_asked(question, other == answers.end() ? nullptr : &other->second.answer);
    }
    row.minutes = minutes_of(question);
    row.revision = held.revision;
    for (const Option& option : survey.choices_of(question))
        row.choices.push_back(
            {option.key, std::string(option.label.in(language).text),
             std::ranges::find(held.answer.chosen, option.key) != held.answer.chosen.end()});
    for (const Column& column : question.columns) row.columns.emplace_back(column.label.in(language).text);
    row.text = held.answer.day ? held.answer.day->iso() : held.answer.text;
    row.cells = held.answer.rows;
    row.note = held.answer.note;
    row.confirmed = held.confirmed;
    row.origin = held.origin;
    row.sharing = text_of(held.sharing);
    if (question.audience) row.suggested = name_of(*question.audience);
    return row;
}

namespace {

std::vector<SectionRow> sections_of(const ReportReading& reading, const KeptReport& report,
                                    const Survey& survey, const HeldAnswers& answers, Names& names) {
    const auto tasks = store::tasks(reading.session, report.id);
    std::vector<SectionRow> rows;
    for (const SectionProgress& of : progress_of(survey, answers)) {
        const Section* section = survey.find_section(of.section);
        const Shown title = section->title.in(reading.visit.in.code());
        SectionRow row;
        row.section = of.section;
        row.title = title.text;
        row.language = title.language;
        row.asked = static_cast<std::int64_t>(of.asked);
        row.answered = static_cast<std::int64_t>(of.answered);
        row.to_confirm = static_cast<std::int64_t>(of.to_confirm);
        row.minutes_left = of.minutes_left;
        const auto task = std::ranges::find(tasks, of.section, &SectionTask::section);
        if (task != tasks.end()) {
            row.ministry = task->ministry;
            row.person = names.of(task->person);
            row.due = task->due;
            row.ready = task->ready;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_questions(const ReportReading& reading, const KeptReport& report, const Survey& survey,
                   const Section& section, const HeldAnswers& answers, Names& names, FillInPage& page) {
    const auto beside = store::beside(reading.session, report.id);
    const auto comments = store::comments(reading.session, report.id);
    for (const Question& question : section.questions) {
        QuestionRow row = question_row(reading, survey, question, answers);
        if (const auto held = answers.find(question.key); held != answers.end())
            row.files = evidence_rows(held->second.answer, report_address(report.id));
        for (const auto& [key, version] : beside)
            if (key == question.key)
                row.beside.push_back(version_row(reading, report.id, survey, &question, version, names));
        for (const AnswerComment& comment : comments)
            if (comment.question == question.key)
                row.comments.push_back(
                    {comment.id, comment.text, names.of(comment.person), comment.at, comment.settled});
        page.seen += (page.seen.empty() ? "" : " ") + question.key + ":" + std::to_string(row.revision);
        page.questions.push_back(std::move(row));
    }
}

/// Only what is so: anybody may write an address.
void tell_saved(const ReportReading& reading, const Survey& survey, const Section& section,
                const JustSaved& saved, FillInPage& page) {
    const auto name = [&](std::string_view key) {
        return QuestionName{std::string(key), label_of(reading, survey, key)};
    };
    for (std::string_view key : split(saved.merged, ' '))
        if (std::ranges::find(section.questions, key, &Question::key) != section.questions.end())
            page.merged.push_back(name(key));
    for (std::string_view key : split(saved.beside, ' ')) {
        const auto row = std::ranges::find(page.questions, key, &QuestionRow::question);
        if (row != page.questions.end() && !row->beside.empty()) page.beside.push_back(name(key));
    }
}

/// The section asked for; else the first where something is left to do; else the first.
const Section* section_to_show(const Survey& survey, const std::vector<SectionRow>& rows,
                               std::string_view asked) {
    if (!asked.empty()) return survey.find_section(asked);
    for (const SectionRow& row : rows)
        if (row.answered < row.asked || row.to_confirm > 0) return survey.find_section(row.section);
    return survey.sections.empty() ? nullptr : &survey.sections.front();
}

} // namespace

Result<FillInPage> load_fill_in(const ReportReading& reading, Id<NationalReport> id, std::string_view section,
                                const JustSaved& saved) {
    auto report = report_to_fill_in(reading.session, reading.actor, id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    const HeldAnswers answers = store::answers(reading.session, id);
    Names names(reading.session);
    FillInPage page;
    page.head = head_of(reading, *report, *survey);
    page.sections = sections_of(reading, *report, *survey, answers, names);
    const Section* at = section_to_show(*survey, page.sections, section);
    if (at == nullptr) return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    const Shown title = at->title.in(reading.visit.in.code());
    page.section = at->key;
    page.title = title.text;
    page.language = title.language;
    page.about = shown(at->about, reading);
    add_questions(reading, *report, *survey, *at, answers, names, page);
    tell_saved(reading, *survey, *at, saved, page);
    page.reader = reading.actor.person().number;
    const auto steps = store::steps(reading.session, id);
    if (!steps.empty() && steps.back().verb == ReportVerb::send_back) page.reason = steps.back().note;
    return page;
}

Result<ApprovalPage> load_approval(const ReportReading& reading, Id<NationalReport> id) {
    auto report = report_to_fill_in(reading.session, reading.actor, id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    const HeldAnswers answers = store::answers(reading.session, id);
    Names names(reading.session);
    ApprovalPage page;
    page.head = head_of(reading, *report, *survey);
    for (const ReleasedAnswer& answer : releasable(*survey, answers)) {
        const Question* question = survey->find(answer.question);
        const Shown label = question->label.in(reading.visit.in.code());
        page.rows.push_back({answer.question, std::string(label.text), std::string(label.language),
                             text_in_words(*survey, *question, answer.answer, reading.visit.in.code()),
                             text_of(answer.sharing),
                             shown(survey->section_of(answer.question)->title, reading),
                             can_be_offered(*question), false});
    }
    for (const OfferedPractice& offered : store::practices(reading.session, id))
        for (ApprovalRow& row : page.rows) row.is_offered |= row.question == offered.question;
    for (const auto& [question, version] : store::beside(reading.session, id))
        page.unsettled.push_back({question, label_of(reading, *survey, question)});
    for (const auto& [question, held] : answers)
        if (!held.confirmed) page.unconfirmed.push_back({question, label_of(reading, *survey, question)});
    for (const Help& help : store::help(reading.session, id))
        if (!help.ended_at && Day::of(reading.now) <= help.until)
            page.help.push_back({help.organisation, help.until});
    for (const ReportHistoryStep& step : store::steps(reading.session, id))
        page.steps.push_back({std::string(name_of(step.verb)), std::string(name_of(step.stage)), step.note,
                              names.of(step.person), step.at});
    return page;
}

Result<HistoryPage> load_history(const ReportReading& reading, Id<NationalReport> id,
                                 std::string_view question) {
    auto report = report_to_fill_in(reading.session, reading.actor, id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    const auto versions = store::versions(reading.session, id, question);
    const Question* asked = survey->find(question);
    if (asked == nullptr && versions.empty())
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                          .with("question", std::string(question)));
    Names names(reading.session);
    HistoryPage page;
    page.head = head_of(reading, *report, *survey);
    page.question = question;
    page.label = label_of(reading, *survey, question);
    if (const Section* section = survey->section_of(question)) page.section = section->key;
    const HeldAnswer held = store::answer(reading.session, id, question).value_or(HeldAnswer{});
    page.revision = held.revision;
    page.sharing = text_of(held.sharing);
    for (const AnswerComment& comment : store::comments(reading.session, id))
        if (comment.question == question)
            page.comments.push_back(
                {comment.id, comment.text, names.of(comment.person), comment.at, comment.settled});
    for (const AnswerVersion& version : versions)
        page.rows.insert(page.rows.begin(), version_row(reading, id, *survey, asked, version, names));
    return page;
}

} // namespace poa::national_reports
