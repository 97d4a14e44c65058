// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_progress_drawing.hpp"

#include "capabilities/national_reports/indicator.hpp"
#include "web/html.hpp"

#include <fmt/format.h>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr int cell = 28, gap = 1;

Html tiles(const ProgressPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto tile = [&](const ProgressTile& place) -> Html {
        const int left = (place.column - 1) * cell + gap, top = (place.row - 1) * cell + gap;
        return a(css(place.reported ? "tile tile-has" : "tile tile-none"), href(address_of(place.address)),
                 svg_title(place.name, ": ", place.reported ? in.tr("report") : in.tr("no report")),
                 rect(x(left), y(top), width(cell - 2 * gap), height(cell - 2 * gap), rx(2)),
                 svg_text(x(left + (cell - 2 * gap) / 2), y(top + (cell - 2 * gap) / 2), place.iso3));
    };
    auto key = [&](std::string_view tile_class, std::string_view meaning) {
        return li(svg(view_box("0 0 28 28"), aria_hidden("true"),
                      svg_group(css(tile_class), rect(x(1), y(1), width(26), height(26), rx(2)))),
                  " ", meaning);
    };
    const std::string box = fmt::format("0 0 {} {}", page.tile_columns * cell, page.tile_rows * cell);
    const std::string label(in.tr("Map: who reported. One State, one tile, all the same size"));
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(label),
                     svg(css("tile-map"), view_box(box), each(page.tiles, tile))),
                 ul(css("tile-legend"), key("tile tile-has", in.tr("Report")),
                    key("tile tile-none", in.tr("No report"))));
}

std::string due_words(const YearCoverage& row, const Visit& visit) {
    if (!row.due) return std::string(visit.in.tr("no charter holds"));
    if (*row.due == 0) return std::string(visit.in.tr("nobody’s turn"));
    return visit.in.tr("{reported} of {due}", {{"reported", std::to_string(row.due_states.value_or(0))},
                                               {"due", std::to_string(*row.due)}});
}

Html years_table(const ProgressPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), caption(in.tr("States that reported, by year")),
        thead(tr(th(scope("col"), in.tr("Year")), th(scope("col"), css("number"), in.tr("States")),
                 th(scope("col"), in.tr("Of those whose turn it was")))),
        tbody(each(page.years, [&](const YearCoverage& row) {
            return tr(th(scope("row"), data_label(in.tr("Year")),
                         a(href(Url("/reports/progress").with("year", std::to_string(row.year))), row.year)),
                      td(css("number"), data_label(in.tr("States")), row.states),
                      td(data_label(in.tr("Of those whose turn it was")), due_words(row, visit)));
        })));
}

Html groups_table(const ProgressPage& page, bool regional, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"),
                 caption(regional ? in.tr("By regional group") : in.tr("Of the States on a list")),
                 thead(tr(th(scope("col"), in.tr("Group")),
                          th(scope("col"), css("number"), in.tr("States that reported")),
                          th(scope("col"), css("number"), in.tr("Member States")))),
                 tbody(each(page.groups, [&](const GroupCoverage& row) -> Html {
                     if (row.is_regional != regional) return {};
                     return tr(th(scope("row"), data_label(in.tr("Group")), bdi(row.name)),
                               td(css("number"), data_label(in.tr("States that reported")), row.states),
                               td(css("number"), data_label(in.tr("Member States")), row.members));
                 })));
}

std::string count_words(const ProgressRow& row, const Visit& visit) {
    if (!row.states) return {};
    return visit.in.tr("{states} of {answered}",
                       {{"states", std::to_string(*row.states)}, {"answered", std::to_string(row.answered)}});
}

Html indicator_table(const ProgressPage& page, IndicatorPurpose purpose, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    const bool is_scale = purpose == IndicatorPurpose::standing;
    for (const ProgressRow& row : page.rows) {
        if (row.purpose != name_of(purpose)) continue;
        rows += tr(
            th(scope("row"), data_label(in.tr("Indicator")), a(href(address_of(row.address)), row.title)),
            td(css("number"), data_label(in.tr("Answers counted")), row.answered),
            when(is_scale,
                 [&] {
                     return group(td(data_label(in.tr("In place")), count_words(row, visit)),
                                  td(css("number"), data_label(in.tr("Levels apart")),
                                     one_decimal(row.levels_apart, visit)));
                 }),
            td(data_label(in.tr("Not counted")), uncounted_words(row.uncounted, row.some_uncounted, visit)));
    }
    return table(css("table table-list"), caption(in.tr(title_of(purpose))),
                 thead(tr(th(scope("col"), in.tr("Indicator")),
                          th(scope("col"), css("number"), in.tr("Answers counted")),
                          when(is_scale,
                               [&] {
                                   return group(th(scope("col"), in.tr("In place")),
                                                th(scope("col"), css("number"), in.tr("Levels apart")));
                               }),
                          th(scope("col"), in.tr("Not counted")))),
                 tbody(rows));
}

Html counting_note(const Visit& visit) {
    const auto& in = visit.in;
    return group(
        p(css("muted"),
          in.tr("Answers that you may not see are counted only where at least five States of one regional "
                "group let theirs be counted, and only where no State’s answer can be worked out.")),
        p(css("muted"), in.tr("Levels apart: how many steps lie between two of these States taken at random. "
                              "It says how wide differences are, and nothing of any State.")));
}

} // namespace

std::string uncounted_words(std::int64_t uncounted, bool some, const Visit& visit) {
    if (uncounted > 0)
        return visit.in.tr_n("{n} further answer is not counted here",
                             "{n} further answers are not counted here", uncounted);
    if (some) return std::string(visit.in.tr("Some answers are not counted here"));
    return {};
}

std::string one_decimal(const std::optional<double>& number, const Visit& visit) {
    if (!number) return {};
    using web::Language;
    std::string plain = fmt::format("{:.1f}", *number);
    const auto language = visit.in.language();
    if (language == Language::fr || language == Language::ru || language == Language::es)
        plain.replace(plain.find('.'), 1, ",");
    return plain;
}

Url address_of(std::string_view address) {
    return Url::same_site(address).value_or(Url("/reports/progress"));
}

Html report_links(const std::vector<std::string>& codes, std::int64_t year) {
    Html out;
    for (const std::string& code : codes) {
        if (!out.empty()) out += group(" ");
        out += a(href(Url::of("reports", code, std::to_string(year))), code);
    }
    return span(out);
}

Screen begin_adding_up(std::string title, std::string_view description) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.description = description;
    return screen;
}

Html year_form(const Url& of, std::int64_t year, const Visit& visit) {
    return form(css("filters"), method("get"), action(of),
                div(css("field"), label(css("form-label"), for_("year"), visit.in.tr("Year")),
                    input(css("form-control"), id("year"), name("year"), type("number"), min(2000), max(2200),
                          value(std::to_string(year)))),
                button(css("btn btn-primary"), type("submit"), visit.in.tr("Show")));
}

Screen draw_progress(const ProgressPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string year = std::to_string(page.year);
    Screen screen = begin_adding_up(in.tr("What national reports say, {year}", {{"year", year}}),
                                    in.tr("What States report of their own free will, added up. The figures "
                                          "rank no State; who sent nothing has no report."));
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")}};
    screen.has_table_of_contents = true;
    Html tables;
    for (IndicatorPurpose purpose : all_indicator_purposes())
        tables += Html(
            group(h2(id(name_of(purpose)), in.tr(title_of(purpose))), indicator_table(page, purpose, visit)));
    screen.body =
        group(h1(css("page-title"), screen.title), p(css("page-lead"), screen.description),
              year_form(Url("/reports/progress"), page.year, visit),
              p(in.tr("{states} of {members} Member States reported for {year}.",
                      {{"states", std::to_string(page.states)},
                       {"members", std::to_string(page.members)},
                       {"year", year}}),
                " ", a(href(Url("/reports/briefing").with("year", year)), in.tr("The year in sentences")),
                ", ", a(href(Url("/reports/agenda").with("year", year)), in.tr("Reports for the agenda")),
                ", ", a(href(Url("/priorities").with("year", year)), in.tr("Priorities"))),
              h2(id("coverage"), in.tr("Who reported")), tiles(page, visit), groups_table(page, true, visit),
              groups_table(page, false, visit), years_table(page, visit), tables, counting_note(visit),
              p(css("muted"), in.tr("Version {version} of the catalogue of indicators.",
                                    {{"version", std::to_string(page.catalogue)}})));
    screen.other_faces = {{"JSON", Url("/reports/progress").with("year", year)},
                          {"CSV", Url("/reports/progress").with("year", year)}};
    return screen;
}

} // namespace poa::national_reports
