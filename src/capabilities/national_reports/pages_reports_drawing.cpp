// SPDX-License-Identifier: Apache-2.0
// Who reported, and what was released.
#include "capabilities/national_reports/pages_reports_drawing.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer.hpp"
#include "capabilities/national_reports/pages_sources_drawing.hpp"
#include "web/html.hpp"

#include <fmt/format.h>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr int cell = 30, gap = 1;

Url local(const std::string& address) {
    return Url::same_site(address).value();
}

Screen screen_of(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")}};
    screen.body = std::move(body);
    return screen;
}

std::string_view reported_words(bool reported, bool by_document, const Visit& visit) {
    if (reported) return visit.in.tr("reported");
    return by_document ? visit.in.tr("by document") : visit.in.tr("no report");
}

/// East is right in every language: the map is not mirrored. Each tile is a link; the table says the same.
Html tiles_of(const ReportsPage& page, const Visit& visit) {
    auto tile = [&](const ReportingTile& place) -> Html {
        const int left = (place.column - 1) * cell + gap, top = (place.row - 1) * cell + gap;
        const int size = cell - 2 * gap;
        return a(css(place.reported ? "tile tile-has" : "tile tile-none"), href(local(place.address)),
                 svg_title(place.name, ": ", reported_words(place.reported, place.by_document, visit)),
                 rect(x(left), y(top), width(size), height(size), rx(2)),
                 svg_text(x(left + size / 2), y(top + size / 2), place.iso3));
    };
    auto key = [&](std::string_view tile_class, std::string_view meaning) {
        return li(svg(view_box("0 0 28 28"), aria_hidden("true"),
                      svg_group(css(tile_class), rect(x(1), y(1), width(26), height(26), rx(2)))),
                  " ", meaning);
    };
    const std::string box = fmt::format("0 0 {} {}", page.tile_columns * cell, page.tile_rows * cell);
    const std::string words(visit.in.tr("Map: who reported. One State, one tile, all the same size"));
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(words),
                     svg(css("tile-map"), view_box(box), each(page.tiles, tile))),
                 ul(css("tile-legend"), key("tile tile-has", visit.in.tr("Report")),
                    key("tile tile-none", visit.in.tr("No report"))));
}

Html year_links(std::int64_t year, const Visit& visit) {
    const auto to = [](std::int64_t other) { return Url("/reports").with("year", std::to_string(other)); };
    return nav(aria_label(visit.in.tr("Years")),
               p(a(href(to(year - 1)), std::to_string(year - 1)), " · ", strong(std::to_string(year)), " · ",
                 a(href(to(year + 1)), std::to_string(year + 1))));
}

/// Where else the room leads.
Html doors(std::int64_t year, const Visit& visit) {
    const auto& in = visit.in;
    const std::string of = std::to_string(year);
    return nav(aria_label(in.tr("National reports")),
               p(a(href(Url("/reports/progress").with("year", of)), in.tr("What national reports say")),
                 " · ", a(href(Url("/reports/briefing").with("year", of)), in.tr("The year in sentences")),
                 " · ", a(href(Url("/reports/agenda").with("year", of)), in.tr("Reports for the agenda")),
                 " · ", a(href(Url("/needs")), in.tr("What States need")), " · ",
                 a(href(Url("/commitments")), in.tr("Voluntary commitments")), " · ",
                 a(href(Url("/report-sources")), in.tr("Reports by document")), " · ",
                 a(href(Url("/surveys")), in.tr("Surveys")), " · ",
                 a(href(Url("/reviews")), in.tr("Reviews by peers"))));
}

/// The year's answers for programs, as far as the reader may see them.
Html export_links(std::int64_t year, const Visit& visit) {
    const auto to = [&](std::string_view format, std::string_view words) {
        return a(href(Url("/reports/export").with("year", std::to_string(year)).with("format", format)),
                 words);
    };
    return p(visit.in.tr("All answers of this year that you may see:"), " ", to("csv", "CSV"), " · ",
             to("json", "JSON"), " · ", to("xlsx", "XLSX"));
}

Html row_of(const ReportingRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html report = span(in.tr("no report"));
    if (row.reported)
        report = a(href(local(row.address)), bdi(row.survey_title));
    else if (!row.by_document.empty())
        report = group(a(href(local(row.address)), bdi(row.by_document)), " (", in.tr("by document"), ")");
    return tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Report")), report),
              td(data_label(in.tr("Submitted")), row.day ? in.day(*row.day) : std::string()));
}

Html answers_of(const ReleasePage& page, const ReleaseHead& head, const Visit& visit) {
    const auto& in = visit.in;
    Html body;
    std::string section_shown;
    for (const ReleasedRow& row : page.rows) {
        if (row.survey != head.survey) continue;
        if (row.section != section_shown) body += h3(row.section_title);
        section_shown = row.section;
        body += div(css("answer"), h4(lang(row.language), dir("auto"), row.label), p(dir("auto"), row.answer),
                    evidence_list(row.files, visit),
                    when(!row.note.empty(), [&] { return p(dir("auto"), row.note); }),
                    p(css("muted"), in.tr("Seen by:"), " ", sharing_words(row.audience, visit)));
    }
    if (body.empty()) body = p(in.tr("No answer of this report is shared with you."));
    return body;
}

Html release_of(const ReleasePage& page, const ReleaseHead& head, const Visit& visit) {
    const auto& in = visit.in;
    return section(h2(bdi(head.survey_title)),
                   dl(css("facts"), dt(in.tr("Submitted")), dd(in.day(head.day)), dt(in.tr("Release")),
                      dd(std::to_string(head.release)), dt(in.tr("Version of the survey")),
                      dd(std::to_string(head.version)), dt(in.tr("Digest in the ledger")),
                      dd(code(head.sha256))),
                   answers_of(page, head, visit));
}

} // namespace

std::string sharing_words(std::string_view text, const Visit& visit) {
    const auto& in = visit.in;
    const auto sharing = parse_sharing(text).value_or(Sharing{});
    std::string words;
    if (sharing.audience == Audience::parties)
        words = join(sharing.parties, ", ");
    else
        for (const Choice& choice : audience_choices())
            if (choice.value == name_of(sharing.audience)) words = in.tr(choice.label);
    if (sharing.counted) words += "; " + std::string(in.tr("counted in totals"));
    return words;
}

Screen draw_reports(const ReportsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string title = in.tr("National reports for {year}", {{"year", std::to_string(page.year)}});
    Html body = group(
        h1(css("page-title"), title),
        p(css("page-lead"),
          in.tr("Reports are voluntary. Where a State sent none, there is no report, and nothing "
                "follows from that.")),
        when(page.may_fill_in,
             [&] { return p(a(css("btn btn-primary"), href(Url("/my-reports")), in.tr("Your reports"))); }),
        doors(page.year, visit), year_links(page.year, visit), tiles_of(page, visit),
        export_links(page.year, visit),
        table(css("table table-list"), caption(in.tr("Reports by State")),
              thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Report")),
                       th(scope("col"), in.tr("Submitted")))),
              tbody(each(page.rows, [&](const ReportingRow& row) { return row_of(row, visit); }))));
    Screen screen = screen_of(visit, title, std::move(body));
    screen.crumbs.clear();
    const Url here = Url("/reports").with("year", std::to_string(page.year));
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    return screen;
}

Screen draw_release(const ReleasePage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string title =
        in.tr("{state}: report for {year}", {{"state", page.name}, {"year", std::to_string(page.year)}});
    Html releases;
    for (const ReleaseHead& head : page.releases) releases += release_of(page, head, visit);
    Screen screen = screen_of(
        visit, title,
        group(h1(css("page-title"), bdi(title)),
              when(page.releases.empty() && page.sources.empty(), [&] { return p(in.tr("No report.")); }),
              when(!page.releases.empty(),
                   [&] {
                       return p(css("page-lead"),
                                in.tr("What the State shares with you. It chooses for each answer "
                                      "who sees it."));
                   }),
              releases, source_list(page.sources, visit)));
    const Url here = Url::of("reports", page.state, std::to_string(page.year));
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    return screen;
}

} // namespace poa::national_reports
