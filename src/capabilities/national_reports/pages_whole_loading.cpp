// SPDX-License-Identifier: Apache-2.0
// A whole report, to read through before it goes to its approver, and to print.
#include "base/text.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/pages_filling_loading.hpp"

#include <set>

namespace poa::national_reports {
namespace {

WholeAnswerRow whole_row(const ReportReading& reading, const Survey& survey, const Question& question,
                         const HeldAnswers& answers) {
    const std::string_view language = reading.visit.in.code();
    const Shown label = question.label.in(language);
    WholeAnswerRow row;
    row.question = question.key;
    row.label = label.text;
    row.language = label.language;
    const auto known = answers.find(question.key);
    if (known == answers.end() || known->second.answer.is_empty()) return row;
    const HeldAnswer& held = known->second;
    row.answer = join(words_of(survey, question, held.answer, language), "\n");
    row.note = held.answer.note;
    row.sharing = text_of(held.sharing);
    row.confirmed = held.confirmed;
    return row;
}

} // namespace

Result<WholePage> load_whole(const ReportReading& reading, Id<NationalReport> id) {
    auto report = report_to_fill_in(reading.session, reading.actor, id, Day::of(reading.now));
    if (!report) return refuse(report.error());
    const auto survey = survey_of(reading.session, report->survey);
    const HeldAnswers answers = store::answers(reading.session, id);
    std::set<std::string, std::less<>> waiting;
    for (const auto& [question, version] : store::beside(reading.session, id)) waiting.insert(question);
    WholePage page;
    page.head = head_of(reading, *report, *survey);
    for (const Section& section : survey->sections) {
        const Shown title = section.title.in(reading.visit.in.code());
        WholeSectionRow made{section.key, std::string(title.text), std::string(title.language), {}};
        for (const Question& question : section.questions) {
            made.rows.push_back(whole_row(reading, *survey, question, answers));
            made.rows.back().beside = waiting.contains(question.key);
        }
        page.sections.push_back(std::move(made));
    }
    return page;
}

} // namespace poa::national_reports
