// SPDX-License-Identifier: Apache-2.0
// A whole report, to read through and to print.
#include "capabilities/national_reports/pages_reports_drawing.hpp"
#include "web/html.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url report_url(const ReportHead& head) {
    return Url::of("my-reports", std::to_string(head.report));
}

Html answer_of(const WholeAnswerRow& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.answer.empty() && row.note.empty()) return dd(css("muted"), in.tr("No answer"));
    return dd(when(!row.answer.empty(), [&] { return p(dir("auto"), row.answer); }),
              when(!row.note.empty(), [&] { return p(dir("auto"), small(row.note)); }),
              p(small(css("muted"), in.tr("Will be seen by:"), " ", sharing_words(row.sharing, visit))),
              when(!row.confirmed, [&] { return p(small(in.tr("Not confirmed: it stays at home"))); }),
              when(row.beside, [&] { return p(small(in.tr("Another text stands beside this answer"))); }));
}

Html section_of(const ReportHead& head, const WholeSectionRow& row, const Visit& visit) {
    return section(h2(a(href(report_url(head).with("section", row.section)), lang(row.language), row.title)),
                   dl(each(row.rows, [&](const WholeAnswerRow& answer) {
                       return group(dt(lang(answer.language), dir("auto"), answer.label),
                                    answer_of(answer, visit));
                   })));
}

} // namespace

Screen draw_whole(const WholePage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ReportHead& head = page.head;
    const std::string title = head.name + ": " + head.survey_title + ", " + std::to_string(head.year);
    Screen screen;
    screen.title = in.tr("The whole report");
    screen.section = "reports";
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("Your reports")), Url("/my-reports")},
                     {title, report_url(head)}};
    Html body = group(h1(css("page-title"), bdi(title)),
                      p(css("page-lead"), in.tr("All sections, to read through and to print. A section's "
                                                "title leads to its form.")));
    for (const WholeSectionRow& row : page.sections) body += section_of(head, row, visit);
    screen.body = std::move(body);
    screen.other_faces = {{"JSON", report_url(head).below("whole").with("format", "json")}};
    return screen;
}

} // namespace poa::national_reports
