// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_sources_drawing.hpp"

#include "capabilities/national_reports/commands/end_source.hpp"
#include "capabilities/national_reports/commands/register_source.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url local(const std::string& address) {
    return Url::same_site(address).value();
}

Screen screen_of(const Visit& visit, std::string_view title, Html body) {
    Screen screen;
    screen.title = title;
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")}};
    screen.body = group(h1(css("page-title"), title), std::move(body));
    return screen;
}

Html passages_of(const SourceRow& row, const Visit& visit) {
    if (row.passages.empty()) return p(visit.in.tr("No passage is pointed at yet."));
    return ul(each(row.passages, [](const SourcePassageRow& passage) {
        return li(bdi(passage.item), ": ", a(href(local(passage.address)), bdi(passage.anchor)));
    }));
}

Html row_html(const SourceRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const Url end = Url::of("report-sources", std::to_string(row.source)).below("end");
    return tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Year")), std::to_string(row.year)),
              td(data_label(in.tr("Document")), a(href(local(row.address)), bdi(row.symbol))),
              td(data_label(in.tr("Passages")), passages_of(row, visit)),
              td(data_label(in.tr("Registered by")), bdi(row.registered_by),
                 when(row.may_end, [&] { return p(a(href(end), in.tr("No report any more"))); })));
}

} // namespace

Html source_list(const std::vector<SourceRow>& rows, const Visit& visit) {
    const auto& in = visit.in;
    return when(!rows.empty(), [&] {
        return section(
            h2(in.tr("By document")),
            p(in.tr("These documents stand as reports. They answer no survey and are counted in no figure.")),
            each(rows, [&](const SourceRow& row) {
                return group(h3(a(href(local(row.address)), bdi(row.symbol))), passages_of(row, visit),
                             p(css("muted"), in.tr("Registered by"), " ", bdi(row.registered_by)));
            }));
    });
}

Screen draw_sources(const SourcesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const SourceRow& row : page.rows) rows += row_html(row, visit);
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("No document stands as a report here.")))
            : Html(table(css("table table-list"), caption(in.tr("Reports by document")),
                         thead(tr(th(scope("col"), in.tr("Whose report")), th(scope("col"), in.tr("Year")),
                                  th(scope("col"), in.tr("Document")), th(scope("col"), in.tr("Passages")),
                                  th(scope("col"), in.tr("Registered by")))),
                         tbody(rows)));
    Screen screen = screen_of(
        visit, in.tr("Reports by document"),
        group(p(css("page-lead"),
                in.tr("What States reported elsewhere, such as to the Secretary-General, and what regional "
                      "organisations report on their region. A document answers no survey and is counted in "
                      "no figure.")),
              when(page.may_register,
                   [&] {
                       return p(a(css("btn btn-primary"), href(Url("/report-sources/new")),
                                  in.tr("Register a document as a report")));
                   }),
              list));
    screen.other_faces = {{"JSON", Url("/report-sources").with("format", "json")},
                          {"CSV", Url("/report-sources").with("format", "csv")}};
    return screen;
}

Screen draw_source_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = screen_of(
        visit, in.tr("Register a document as a report"),
        group(p(css("page-lead"), in.tr("By the State or organisation whose report it is, or by the "
                                        "secretariat. Nothing of it becomes an answer.")),
              web::form_for(input_of(Of<RegisterSource>{}), Url("/report-sources/register_source"), visit,
                            entered, {.submit = in.tr("Register")})));
    screen.form_page = Url("/report-sources/new");
    return screen;
}

Screen draw_source_end(std::int64_t source, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const Url at = Url::of("report-sources", std::to_string(source));
    Screen screen = screen_of(visit, in.tr("No report any more"),
                              group(p(css("page-lead"), in.tr("The document stays on the record.")),
                                    web::form_for(input_of(Of<EndSource>{}), at.below("end_source"), visit,
                                                  entered, {.submit = in.tr("No report any more")})));
    screen.form_page = at.below("end");
    return screen;
}

} // namespace poa::national_reports
