// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_briefing_drawing.hpp"

#include "capabilities/national_reports/indicator.hpp"
#include "capabilities/national_reports/pages_progress_drawing.hpp"
#include "web/html.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html sentences(const BriefingPage& page, std::string_view section, const Visit& visit) {
    Html items;
    for (const BriefingSentence& row : page.rows) {
        if (row.section != section) continue;
        items += li(a(href(address_of(row.address)), row.text), when(!row.states.empty(), [&] {
                        return group(" ", span(css("muted"), visit.in.tr("Reports you may read:")), " ",
                                     report_links(row.states, page.year));
                    }));
    }
    return items;
}

Html part(const BriefingPage& page, std::string_view key, std::string_view title, const Visit& visit) {
    const Html items = sentences(page, key, visit);
    if (items.empty()) return {};
    return group(h2(id(key), title), ul(items));
}

Html achievements_table(const BriefingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), caption(in.tr("Achievements and challenges, side by side")),
        thead(tr(th(scope("col"), in.tr("Part of the framework")), th(scope("col"), in.tr("What works well")),
                 th(scope("col"), css("number"), in.tr("States that name challenges")),
                 th(scope("col"), in.tr("Named most often")))),
        tbody(each(page.achievements, [&](const AchievementRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Part of the framework")), bdi(row.title)),
                      td(data_label(in.tr("What works well")),
                         row.achievements.empty() ? Html(span(css("muted"), in.tr("nothing you may read")))
                                                  : report_links(row.achievements, page.year)),
                      td(css("number"), data_label(in.tr("States that name challenges")),
                         a(href(address_of(row.address)), row.challenges)),
                      td(data_label(in.tr("Named most often")), row.named));
        })));
}

Html agenda_row(const AgendaRow& row, std::int64_t year, const Visit& visit) {
    const auto& in = visit.in;
    Html report = row.received
                      ? Html(group(a(href(address_of(row.address)), in.tr("report")), " · ",
                                   a(href(Url::of("reports", row.state, std::to_string(year), "questions")),
                                     in.tr("questions and response"))))
                      : Html(span(css("muted"), in.tr("no report")));
    return tr(td(css("number"), data_label(in.tr("Slot")),
                 row.place > 0 ? std::to_string(row.place) : std::string()),
              th(scope("row"), data_label(in.tr("State")), bdi(row.name)),
              td(data_label(in.tr("Expected until")), row.due ? in.day(*row.due) : std::string()),
              td(data_label(in.tr("Report")), report),
              td(css("number"), data_label(in.tr("Minutes")),
                 row.minutes > 0 ? std::to_string(row.minutes) : std::string()));
}

} // namespace

Screen draw_briefing(const BriefingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string year = std::to_string(page.year);
    Screen screen = begin_adding_up(in.tr("National reports for {year}: briefing", {{"year", year}}),
                                    in.tr("What the reports say, in sentences. Every number opens to what it "
                                          "stands on, as far as you may read it."));
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("What national reports say")), Url("/reports/progress")}};
    screen.has_table_of_contents = true;
    Html parts;
    for (IndicatorPurpose purpose : all_indicator_purposes())
        parts += part(page, name_of(purpose), in.tr(title_of(purpose)), visit);
    screen.body = group(h1(css("page-title"), screen.title), p(css("page-lead"), screen.description),
                        year_form(Url("/reports/briefing"), page.year, visit),
                        part(page, "reports", in.tr("Who reported"), visit),
                        h2(id("achievements"), in.tr("Achievements and challenges")),
                        ul(sentences(page, "achievements", visit)), achievements_table(page, visit), parts,
                        p(css("muted"), in.tr("Version {version} of the catalogue of indicators.",
                                              {{"version", std::to_string(page.catalogue)}})));
    screen.other_faces = {{"JSON", Url("/reports/briefing").with("year", year)},
                          {"CSV", Url("/reports/briefing").with("year", year)}};
    return screen;
}

Screen draw_agenda(const AgendaPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string year = std::to_string(page.year);
    Screen screen = begin_adding_up(
        in.tr("Reports for the agenda, {year}", {{"year", year}}),
        in.tr(
            "Reports received for the year and those whose turn it is. Each report has a slot. Reporting is "
            "voluntary: where there is none, there is no report, and nothing follows from it."));
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("What national reports say")), Url("/reports/progress")}};
    const std::string minutes = std::to_string(page.minutes);
    screen.body =
        group(h1(css("page-title"), screen.title), p(css("page-lead"), screen.description),
              year_form(Url("/reports/agenda"), page.year, visit),
              p(in.tr_n("{n} report has a slot: {minutes} minutes in all.",
                        "{n} reports have a slot: {minutes} minutes in all.", page.received,
                        {{"minutes", std::to_string(page.all_minutes)}})),
              table(css("table table-list"),
                    caption(in.tr_n("{n} State", "{n} States", static_cast<std::int64_t>(page.rows.size()))),
                    thead(tr(th(scope("col"), css("number"), in.tr("Slot")), th(scope("col"), in.tr("State")),
                             th(scope("col"), in.tr("Expected until")), th(scope("col"), in.tr("Report")),
                             th(scope("col"), css("number"), in.tr("Minutes")))),
                    tbody(each(page.rows,
                               [&](const AgendaRow& row) { return agenda_row(row, page.year, visit); }))));
    const Url here = Url("/reports/agenda").with("year", year).with("minutes", minutes);
    screen.other_faces = {{"JSON", here}, {"CSV", here}};
    return screen;
}

} // namespace poa::national_reports
