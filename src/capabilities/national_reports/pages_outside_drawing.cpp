// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_outside_drawing.hpp"

#include "capabilities/national_reports/commands/end_outside_figures.hpp"
#include "capabilities/national_reports/commands/import_outside_figures.hpp"
#include "web/html.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Screen screen_of(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")}};
    screen.body = std::move(body);
    return screen;
}

Html provenance(const OutsideHead& head, const Visit& visit) {
    const auto& in = visit.in;
    return dl(css("facts"), dt(in.tr("Source")), dd(bdi(head.source)), dt(in.tr("Address")),
              dd(bdi(head.address)), dt(in.tr("Published")), dd(in.day(head.day)), dt(in.tr("Licence")),
              dd(bdi(head.licence)), dt(in.tr("Unit")), dd(bdi(head.unit)), dt("SHA-256"),
              dd(code(head.sha256)));
}

Url url_of(const OutsideHead& head) {
    return Url::of("outside-figures", std::to_string(head.figures));
}

} // namespace

Screen draw_outside_sets(const OutsideSetsPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const std::string title(in.tr("Figures of others"));
    Html sets;
    for (const OutsideHead& head : page.rows)
        sets += section(h2(a(href(url_of(head)), bdi(head.title))), provenance(head, visit));
    if (page.rows.empty()) sets = p(in.tr("No figures of others are kept here."));
    Html body = group(h1(css("page-title"), title),
                      p(css("page-lead"),
                        in.tr("What somebody outside published on States, such as an index, under the name "
                              "of its source. It is no State's word, and enters no figure of what States "
                              "report.")),
                      sets, when(page.may_import, [&] {
                          return section(h2(in.tr("Bring in figures")),
                                         web::form_for(input_of(Of<ImportOutsideFigures>{}),
                                                       Url("/outside-figures/import_outside_figures"), visit,
                                                       entered, {.submit = in.tr("Bring in figures")}));
                      }));
    Screen screen = screen_of(visit, title, std::move(body));
    screen.other_faces = {{"JSON", Url("/outside-figures").with("format", "json")}};
    screen.form_page = Url("/outside-figures");
    return screen;
}

Screen draw_outside_figures(const OutsideFiguresPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Html rows;
    for (const OutsideRow& row : page.rows)
        rows += tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Year")), std::to_string(row.year)),
                   td(data_label(in.tr("Value")), bdi(row.value)));
    Html body = group(
        h1(css("page-title"), bdi(page.head.title)),
        p(css("page-lead"), in.tr("Figures of the source named here, by the alphabet of States. They are no "
                                  "State's word.")),
        provenance(page.head, visit),
        table(css("table table-list"), caption(in.tr("Values as published")),
              thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Year")),
                       th(scope("col"), in.tr("Value")))),
              tbody(rows)),
        when(page.may_end, [&] {
            return section(h2(in.tr("Show these figures no more")),
                           web::form_for(input_of(Of<EndOutsideFigures>{}),
                                         url_of(page.head).below("end_outside_figures"), visit, entered,
                                         {.submit = in.tr("Show these figures no more")}));
        }));
    Screen screen = screen_of(visit, page.head.title, std::move(body));
    screen.crumbs.push_back({std::string(in.tr("Figures of others")), Url("/outside-figures")});
    screen.other_faces = {{"JSON", url_of(page.head).with("format", "json")},
                          {"CSV", url_of(page.head).with("format", "csv")}};
    screen.form_page = url_of(page.head);
    return screen;
}

} // namespace poa::national_reports
