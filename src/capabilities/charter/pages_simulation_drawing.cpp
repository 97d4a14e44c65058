// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_simulation_drawing.hpp"

#include "capabilities/charter/pages_running.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace poa::charter {
namespace {

using namespace web::drawing;
using Figures = std::span<const FigureOverRuns>;

/// Those that are drawn year by year; the others stand in the table of the whole period.
constexpr std::array<std::string_view, 12> drawn{"reports_received_share",
                                                 "states_reported",
                                                 "checks_answered_share",
                                                 "contacts_filled_share",
                                                 "decisions_adopted_share",
                                                 "decisions_blocked",
                                                 "groups_created",
                                                 "days_to_group",
                                                 "applications_accredited_share",
                                                 "applications_rejected",
                                                 "attendance",
                                                 "attendance_of_small"};

constexpr double plot_width = 680, plot_left = 60, plot_top = 12, plot_height = 90;

std::string point(double value) {
    return fmt::format("{:.1f}", value);
}

std::string shown(const FigureOverRuns& row, double figure, const Visit& visit) {
    if (row.unit == visit.in.tr("share"))
        return visit.in.tr("{number} %", {{"number", decimal(figure * 100, 1, visit)}});
    return decimal(figure, figure == static_cast<double>(static_cast<std::int64_t>(figure)) ? 0 : 1, visit);
}

/// From the tenth to the ninetieth of a hundred runs a line, at the median a mark.
Html plot(Figures years, const Visit& visit) {
    double most = 0;
    for (const FigureOverRuns& row : years) most = std::max(most, row.ninetieth);
    if (most <= 0) most = 1;
    const double step = (plot_width - plot_left - 20) / static_cast<double>(years.size());
    const double bottom = plot_top + plot_height;
    auto height_of = [&](double figure) { return bottom - figure / most * plot_height; };
    Html marks = svg_text(css("axis"), x(point(plot_left - 8)), y(point(plot_top + 4)), text_anchor("end"),
                          shown(years.front(), most, visit));
    marks += svg_text(css("axis"), x(point(plot_left - 8)), y(point(bottom + 4)), text_anchor("end"), 0);
    marks += svg_path(css("leader"),
                      path_points(fmt::format("M{},{}H{}", plot_left, point(bottom), plot_width - 10)));
    const std::size_t every = years.size() > 20 ? 5 : 1;
    for (std::size_t i = 0; i < years.size(); ++i) {
        const FigureOverRuns& row = years[i];
        const double middle = plot_left + step * (static_cast<double>(i) + 0.5);
        if (i % every == 0)
            marks += svg_text(css("axis"), x(point(middle)), y(point(bottom + 16)), text_anchor("middle"),
                              row.year);
        if (row.runs == 0) continue;
        const double high = height_of(row.ninetieth), low = height_of(row.tenth);
        marks += rect(css("band"), x(point(middle - 5)), y(point(high)), width("10"),
                      height(point(std::max(1.0, low - high))));
        marks += circle(css("dot"), cx(point(middle)), cy(point(height_of(row.median))), radius("3.5"));
    }
    const std::string box = fmt::format("0 0 {} {}", plot_width, bottom + 24);
    const std::string& words = years.front().title;
    return div(css("plot-frame"), dir("ltr"), tabindex(0), role("region"), aria_label(words),
               svg(css("plot"), view_box(box), role("img"), svg_title(words), marks));
}

Html quantiles(const FigureOverRuns& row, const Visit& visit) {
    const auto& in = visit.in;
    auto cell = [&](std::string_view words, double figure) -> Html {
        return td(css("number"), data_label(words), row.runs == 0 ? "–" : shown(row, figure, visit));
    };
    return group(cell(in.tr("Tenth of a hundred runs"), row.tenth), cell(in.tr("Median"), row.median),
                 cell(in.tr("Ninetieth of a hundred runs"), row.ninetieth));
}

Html quantile_head(std::string_view first, const Visit& visit) {
    const auto& in = visit.in;
    return thead(tr(th(scope("col"), first),
                    th(scope("col"), css("number"), in.tr("Tenth of a hundred runs")),
                    th(scope("col"), css("number"), in.tr("Median")),
                    th(scope("col"), css("number"), in.tr("Ninetieth of a hundred runs"))));
}

Html figure_section(Figures years, const Visit& visit) {
    const auto& in = visit.in;
    return section(
        h3(id(years.front().figure), years.front().title, " (", years.front().unit, ")"), plot(years, visit),
        details(summary(in.tr("The drawing as a table")),
                table(css("table table-list"), caption(years.front().title),
                      quantile_head(in.tr("Year"), visit), tbody(each(years, [&](const FigureOverRuns& row) {
                          return tr(th(scope("row"), data_label(in.tr("Year")), row.year),
                                    quantiles(row, visit));
                      })))));
}

Html results(const SimulationPage& page, const Visit& visit) {
    if (page.rows.empty()) return {};
    const auto& in = visit.in;
    const std::size_t years = static_cast<std::size_t>(page.years);
    Html whole, plots;
    for (std::size_t i = 0; i + years < page.rows.size(); i += years + 1) {
        const FigureOverRuns& over_all = page.rows[i + years];
        whole += tr(th(scope("row"), data_label(in.tr("Figure")), over_all.title, " (", over_all.unit, ")"),
                    quantiles(over_all, visit));
        if (std::ranges::find(drawn, over_all.figure) != drawn.end() && over_all.most > 0)
            plots += figure_section(Figures(page.rows).subspan(i, years), visit);
    }
    const std::string words =
        in.tr("The whole period, {from} to {to}",
              {{"from", std::to_string(page.from)}, {"to", std::to_string(page.from + page.years - 1)}});
    return group(
        h2(in.tr("The whole period")),
        table(css("table table-list"), caption(words), quantile_head(in.tr("Figure"), visit), tbody(whole)),
        h2(in.tr("Year by year")),
        p(in.tr("The band reaches from the tenth to the ninetieth of a hundred runs; the dot is the "
                "median.")),
        plots);
}

Html behaviours(const SimulationPage& page, const Visit& visit) {
    if (page.behaviours.empty()) return {};
    const auto& in = visit.in;
    return group(h2(in.tr("What was played, and how")),
                 ul(each(page.behaviours,
                         [&](const PlayedRow& row) {
                             const std::string_view how =
                                 row.through_commands
                                     ? in.tr("through the platform's own commands")
                                     : in.tr("the charter's rules are applied to seeded draws; no command is "
                                             "run");
                             return li(row.title, ": ", how, when(!row.beside.empty(), [&] {
                                           return group(". ",
                                                        row.through_commands ? in.tr("By the rules alone:")
                                                                             : in.tr("Why:"),
                                                        " ", row.beside, ".");
                                       }));
                         })),
                 when(page.by != "commands", [&] {
                     return p(in.tr("On the command line, behaviours for which the platform has commands run "
                                    "through them:"),
                              " ", code(dir("ltr"), page.command + " --through-commands"));
                 }));
}

/// By rules, or by commands, which take longer.
Html way_field(const SimulationPage& page, const Visit& visit) {
    if (!page.may_be_by_commands) return {};
    const auto& in = visit.in;
    const auto way = [&](std::string_view key, std::string_view words) {
        return option(value(key), selected(page.by == key), words);
    };
    return div(css("field"), label(css("form-label"), for_("by"), in.tr("How it is played")),
               select_(css("form-select"), id("by"), name("by"),
                       way("rules", in.tr("The charter's rules alone")),
                       way("commands", in.tr("The platform's own commands, where there are some"))));
}

Html number_field(std::string_view key, std::string_view words, std::int64_t least, std::int64_t most,
                  std::int64_t figure) {
    return div(
        css("field"), label(css("form-label"), for_(key), words),
        input(css("form-control"), id(key), name(key), type("number"), min(least), max(most), value(figure)));
}

Html filter(const SimulationPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::int64_t changed = changed_count(page.conduct);
    const Url here = Url::of("charters", page.charter, "simulation");
    return form(
        method("get"), action(here),
        div(css("filters"), number_field("from", in.tr("First year"), 2000, 2200, page.from),
            number_field("years", in.tr("Years"), 1, 50, page.years),
            number_field("runs", in.tr("Runs"), 1, 100'000, page.runs),
            number_field("seed", in.tr("Seed"), 0, 1'000'000'000, page.seed), way_field(page, visit),
            button(css("btn btn-primary"), type("submit"), in.tr("Play"))),
        p(css("muted"),
          in.tr(
              "A page plays at most {n} years in all, runs times years: about a second. The same seed gives "
              "the same figures.",
              {{"n", in.number(page.played_years_most)}})),
        details(open(has_problem(page.conduct)), summary(in.tr("How delegations are taken to behave")),
                p(in.tr("These figures speak of delegations in general; of no State. Each can be changed.")),
                div(css("form"), figure_fields(page.conduct, visit)),
                button(css("btn btn-primary"), type("submit"), in.tr("Play")), when(changed > 0, [&] {
                    return group(" ", a(href(here), in.tr("Take all changes back")));
                })));
}

Html too_much(const SimulationPage& page, const Visit& visit) {
    if (!page.is_too_much) return {};
    const auto& in = visit.in;
    return div(
        css("notice notice-problem"), role("alert"),
        p(in.tr("Runs times years is more than {n}, which a page does not play. On the command line it "
                "goes:",
                {{"n", in.number(page.played_years_most)}})),
        p(code(dir("ltr"), page.command)));
}

} // namespace

Screen draw_simulation(const SimulationPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        in.tr("Simulation: {charter}", {{"charter", page.title}}),
        in.tr("Years of this charter, played many times with invented behaviour of delegations. The figures "
              "are distributions; they foretell nothing about any State."),
        page.charter, page.title, visit);
    if (page.is_too_much || has_problem(page.conduct)) screen.status = 422;
    screen.body = group(page_head(screen), running_links(page.charter, "simulation", visit),
                        too_much(page, visit), figure_problems(page.conduct, visit), filter(page, visit),
                        results(page, visit), behaviours(page, visit));
    return screen;
}

} // namespace poa::charter
