// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_asked_drawing.hpp"

#include "capabilities/national_reports/commands/answer_about_report.hpp"
#include "capabilities/national_reports/commands/ask_about_report.hpp"
#include "capabilities/national_reports/keeping_asked.hpp"
#include "web/drawing.hpp"

namespace poa::national_reports {
namespace {

using namespace web::drawing;
using web::Entered;

Url questions_of(const ReportQuestionsPage& page) {
    return Url::of("reports", page.state, std::to_string(page.year), "questions");
}

std::string_view outcome_words(const std::string& outcome, const Visit& visit) {
    for (const Choice& choice : asked_outcomes())
        if (choice.value == outcome) return visit.in.tr(choice.label);
    return outcome;
}

Html answer_of(const ReportQuestionsPage& page, const AskedRow& row, const Visit& visit,
               const Entered& entered) {
    const auto& in = visit.in;
    if (!row.answer.empty())
        return group(h4(in.tr("Response")), p(dir("auto"), row.answer),
                     p(css("muted"), row.answered ? in.day(*row.answered) : std::string()));
    if (!page.may_answer) return p(css("muted"), in.tr("No response yet."));
    return web::form_for(input_of(Of<AnswerAboutReport>{}),
                         Url::of("report-questions", std::to_string(row.asked), "answer_about_report"), visit,
                         entered, {.submit = in.tr("Answer in writing")});
}

Html asked_of(const ReportQuestionsPage& page, const AskedRow& row, const Visit& visit,
              const Entered& entered) {
    const auto& in = visit.in;
    return section(css("answer"), h3(lang(row.language), dir("auto"), row.issue),
                   p(bdi(row.name), " · ", in.day(row.day), " · ", in.tr("expected:"), " ",
                     outcome_words(row.outcome, visit)),
                   p(dir("auto"), row.words), answer_of(page, row, visit, entered));
}

Html asking_of(const ReportQuestionsPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    if (!page.may_ask) return {};
    if (!page.about.empty()) {
        InputValues start;
        start.set("question", page.about);
        return section(
            h2(in.tr("Ask about this answer")),
            p(lang(page.about_language), dir("auto"), strong(page.about_label)),
            web::form_for(input_of(Of<AskAboutReport>{}),
                          Url::of("reports", page.state, std::to_string(page.year), "ask_about_report"),
                          visit, entered, {.submit = in.tr("Ask in writing"), .start = &start}));
    }
    return section(h2(in.tr("Ask about an answer")), ul(each(page.issues, [&](const IssueRow& issue) {
                       return li(a(href(questions_of(page).with("question", issue.question)),
                                   bdi(lang(issue.language), issue.label)));
                   })));
}

} // namespace

Screen draw_report_questions(const ReportQuestionsPage& page, const Visit& visit, const Entered& entered,
                             std::int64_t answering) {
    const auto& in = visit.in;
    const std::string year = std::to_string(page.year);
    Screen screen;
    screen.title =
        in.tr("{state}: questions about the report for {year}", {{"state", page.name}, {"year", year}});
    screen.section = "reports";
    screen.description = in.tr("For the report’s slot at a meeting. Each question is about one answer that "
                               "the State released and says what is expected; there are none about a State "
                               "as such.");
    screen.crumbs = {
        {std::string(in.tr("National reports")), Url("/reports")},
        {std::string(in.tr("Reports for the agenda")), Url("/reports/agenda").with("year", year)}};
    const Entered nothing{};
    screen.body =
        group(page_head(screen), p(a(href(Url::of("reports", page.state, year)), in.tr("The report itself"))),
              when(page.rows.empty(), [&] { return p(in.tr("Nothing was asked that you may read.")); }),
              each(page.rows,
                   [&](const AskedRow& row) {
                       return asked_of(page, row, visit, answering == row.asked ? entered : nothing);
                   }),
              asking_of(page, visit, answering == 0 ? entered : nothing));
    screen.form_page = questions_of(page).with("question", page.about);
    screen.other_faces = {{"JSON", questions_of(page)}, {"CSV", questions_of(page)}};
    return screen;
}

} // namespace poa::national_reports
