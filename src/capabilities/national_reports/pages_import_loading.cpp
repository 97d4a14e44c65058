// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/pages_reports_loading.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

ReportHead head_of(const ReportReading& reading, const KeptReport& report, const Survey& survey) {
    const auto language = members::parse_language(reading.visit.in.code()).value_or(members::Language::en);
    ReportHead head;
    head.report = report.id.number;
    head.year = report.year;
    head.state = report.state;
    head.name = reading.states.now()->display_name(report.state, language);
    head.survey = survey.key;
    head.survey_title = survey.title.in(reading.visit.in.code()).text;
    return head;
}

} // namespace

Result<ImportPage> load_import(const ReportReading& reading, const ImportedAnswers& looked,
                               const web::Sentences& sentences) {
    auto report = report_to_fill_in(reading.session, reading.actor, looked.report.id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    const std::string_view language = reading.visit.in.code();
    ImportPage page;
    page.head = head_of(reading, *report, *survey);
    page.from = looked.file.from;
    page.to_confirm = looked.to_confirm;
    page.answers = text_of(looked.file);
    for (std::size_t i = 0; i < looked.answers.size(); ++i) {
        const KeptAnswer& each = looked.answers[i];
        if (each.kept == Kept::unchanged) {
            ++page.unchanged;
            continue;
        }
        const Question* question = survey->find(each.question);
        const Shown label = question->label.in(language);
        const auto held = store::answer(reading.session, report->id, each.question).value_or(HeldAnswer{});
        page.rows.push_back({each.question, std::string(label.text), std::string(label.language),
                             std::string(name_of(each.kept)),
                             text_in_words(*survey, *question, held.answer, language),
                             text_in_words(*survey, *question, looked.theirs[i], language)});
    }
    for (const Unread& left : looked.problems) {
        if (left.why.code == "national_reports.not_on_the_form") {
            ++page.not_asked;
            continue;
        }
        const Question* question = survey->find(left.question);
        page.left.push_back({left.question,
                             question != nullptr ? std::string(question->label.in(language).text) : "",
                             left.place, sentences.say(left.why, reading.visit.in)});
    }
    return page;
}

} // namespace poa::national_reports
