// SPDX-License-Identifier: Apache-2.0
// A file of answers beside the report it comes to.
#include "capabilities/national_reports/pages_import.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

std::string_view kept_words(std::string_view kept, const web::Wording& in) {
    if (kept == "saved") return in.tr("becomes the answer");
    if (kept == "merged") return in.tr("is merged with what was saved meanwhile");
    return in.tr("will stand beside the answer until somebody chooses");
}

Html changes_of(const ImportPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("Nothing in the file changes an answer."));
    Html rows;
    for (const ImportRow& row : page.rows)
        rows += tr(th(scope("row"), lang(row.language), dir("auto"), row.label),
                   td(data_label(in.tr("Answer now")), dir("auto"), row.before),
                   td(data_label(in.tr("Answer in the file")), dir("auto"), row.after),
                   td(data_label(in.tr("What happens")), kept_words(row.kept, in)));
    return table(
        css("table table-list"), caption(in.tr("What would change")),
        thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Answer now")),
                 th(scope("col"), in.tr("Answer in the file")), th(scope("col"), in.tr("What happens")))),
        tbody(rows));
}

Html left_of(const ImportPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html items;
    for (const ImportLeftRow& row : page.left)
        items +=
            li(strong(dir("auto"), row.label.empty() ? row.question : row.label),
               when(!row.place.empty(), [&] { return group(" (", bdi(row.place), ")"); }), ": ", row.why);
    return when(!page.left.empty(), [&] {
        return section(css("notice notice-caution"), h2(in.tr("What could not be taken")),
                       p(in.tr("Nothing is guessed. Answers that fit no question here are kept beside.")),
                       ul(items));
    });
}

Html take_form(const ImportPage& page, const Visit& visit) {
    const Url to = Url::of("my-reports", std::to_string(page.head.report)).below("import_answers");
    return form(
        css("form"), method("post"), action(to), enctype("multipart/form-data"),
        when(!visit.visitor->form_token().empty(),
             [&] { return input(type("hidden"), name("form_token"), value(visit.visitor->form_token())); }),
        input(type("hidden"), name("answers"), value(page.answers)),
        button(css("btn btn-primary"), type("submit"), visit.in.tr("Take these answers in")));
}

} // namespace

Screen draw_import(const ImportPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url report = Url::of("my-reports", std::to_string(page.head.report));
    const std::string title(in.tr("What the file would change"));
    Screen screen;
    screen.title = title;
    screen.section = "reports";
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("Your reports")), Url("/my-reports")},
                     {page.head.name + ", " + std::to_string(page.head.year), report}};
    screen.body = group(
        h1(css("page-title"), title), p(css("page-lead"), in.tr("Nothing is saved yet.")),
        when(page.to_confirm,
             [&] {
                 return p(css("notice"), in.tr("The file answers another survey or another year. What is "
                                               "taken from it waits until somebody confirms it."));
             }),
        changes_of(page, visit),
        when(page.unchanged > 0,
             [&] {
                 return p(in.tr_n("{n} answer in the file is as it stands.",
                                  "{n} answers in the file are as they stand.", page.unchanged));
             }),
        when(page.not_asked > 0,
             [&] {
                 return p(in.tr_n("{n} question is not in the file and stays as it is.",
                                  "{n} questions are not in the file and stay as they are.", page.not_asked));
             }),
        left_of(page, visit), take_form(page, visit),
        p(a(href(report.below("act").below("import_answers")), in.tr("Choose another file"))));
    screen.form_page = report.below("act").below("import_answers");
    return screen;
}

} // namespace poa::national_reports
