// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_progress_drawing.hpp"
#include "web/html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr int bar_left = 60, bar_right = 560, bar_height = 28;

struct Segment {
    std::string_view css_class;
    std::int64_t states = 0;
};

/// From the right end of the scale, which counts, to what is still to come.
constexpr std::string_view bar_classes[] = {"bar bar-firm", "bar bar-conditional", "bar bar-inferred"};
std::string_view class_of(std::size_t level, std::size_t levels) {
    return bar_classes[std::min<std::size_t>(levels - 1 - level, 2)];
}

/// One bar after the other, each with its mark before and its number behind.
class Bars {
  public:
    explicit Bars(std::int64_t most) : most_(std::max<std::int64_t>(most, 1)) {}
    void add(const std::string& mark, const std::vector<Segment>& segments) {
        drawn_ += svg_text(css("bar-mark"), x(bar_left - 10), y(top_ + 16), text_anchor("end"), mark);
        std::int64_t before = 0;
        for (const Segment& segment : segments) {
            if (segment.states > 0)
                drawn_ += rect(css(segment.css_class), x(bar_left + at(before)), y(top_),
                               width(at(before + segment.states) - at(before)), height(bar_height - 6));
            before += segment.states;
        }
        drawn_ += svg_text(x(bar_left + at(before) + 8), y(top_ + 15), before);
        top_ += bar_height;
    }
    [[nodiscard]] Html plot(std::string_view words) const {
        const std::string box = fmt::format("0 0 {} {}", bar_right + 50, top_);
        return div(css("plot-frame"), tabindex(0), role("region"), aria_label(words),
                   svg(css("plot plot-bars"), view_box(box), role("img"), svg_title(words), drawn_));
    }

  private:
    [[nodiscard]] int at(std::int64_t n) const {
        return static_cast<int>(n * (bar_right - bar_left) / most_);
    }
    std::int64_t most_;
    int top_ = 4;
    Html drawn_;
};

std::string mark_of(std::size_t level) {
    return std::string(1, static_cast<char>('A' + level));
}

const LevelRow* row_of(const IndicatorPage& page, std::int64_t year, std::string_view level) {
    for (const LevelRow& row : page.rows)
        if (row.year == year && row.level == level) return &row;
    return nullptr;
}

Html legend_of(const IndicatorPage& page) {
    Html keys;
    for (std::size_t i = page.levels.size(); i-- > 0;)
        keys += li(svg(css("plot-key"), view_box("0 0 28 28"), aria_hidden("true"),
                       rect(css(class_of(i, page.levels.size())), x(1), y(4), width(26), height(20))),
                   " ", bdi(page.levels[i].label));
    return ul(css("tile-legend"), keys);
}

/// Years one below the other, levels beside each other.
Html bars_of_scale(const IndicatorPage& page, const Visit& visit) {
    std::int64_t most = 1;
    for (const IndicatorYear& year : page.years) most = std::max(most, year.answered);
    Bars bars(most);
    for (const IndicatorYear& year : page.years) {
        std::vector<Segment> segments;
        for (std::size_t i = page.levels.size(); i-- > 0;)
            if (const LevelRow* row = row_of(page, year.year, page.levels[i].level))
                segments.push_back({class_of(i, page.levels.size()), row->states});
        bars.add(std::to_string(year.year), segments);
    }
    return group(bars.plot(visit.in.tr("States by year and level")), legend_of(page));
}

/// Of one year: a State may be in several bars.
Html bars_of_year(const IndicatorPage& page, const Visit& visit) {
    std::int64_t most = 1;
    for (const LevelRow& row : page.rows) most = std::max(most, row.states);
    Bars bars(most);
    for (std::size_t i = 0; i < page.levels.size(); ++i)
        if (const LevelRow* row = row_of(page, page.year, page.levels[i].level))
            bars.add(mark_of(i), {{bar_classes[0], row->states}});
    return bars.plot(visit.in.tr("Number of States by answer"));
}

Html year_table(const IndicatorPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (std::size_t i = 0; i < page.levels.size(); ++i) {
        const LevelRow* row = row_of(page, page.year, page.levels[i].level);
        if (row == nullptr) continue;
        rows += tr(td(data_label(in.tr("Mark")), mark_of(i)),
                   th(scope("row"), data_label(in.tr("Answer")), bdi(row->label)),
                   td(css("number"), data_label(in.tr("States")), row->states,
                      when(!row->is_whole, [&] { return group(" ", in.tr("and others, not told")); })),
                   td(data_label(in.tr("Reports you may read")), report_links(row->seen, page.year)));
    }
    if (rows.empty())
        return p(in.tr("Nobody answered this for {year}.", {{"year", std::to_string(page.year)}}));
    return table(css("table table-list"),
                 caption(in.tr("Answers for {year}", {{"year", std::to_string(page.year)}})),
                 thead(tr(th(scope("col"), in.tr("Mark")), th(scope("col"), in.tr("Answer")),
                          th(scope("col"), css("number"), in.tr("States")),
                          th(scope("col"), in.tr("Reports you may read")))),
                 tbody(rows));
}

Html group_table(const IndicatorPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.groups.empty()) return {};
    Html heads;
    for (const IndicatorLevelName& level : page.levels)
        heads += th(scope("col"), css("number"), bdi(level.label));
    Html rows;
    for (const IndicatorGroup& row : page.groups) {
        Html cells;
        for (std::size_t i = 0; i < row.levels.size(); ++i)
            cells += td(css("number"), data_label(page.levels[i].label), row.levels[i]);
        rows += tr(
            th(scope("row"), data_label(in.tr("Group")), bdi(row.name)), cells,
            td(data_label(in.tr("Not counted")), uncounted_words(row.uncounted, row.some_uncounted, visit)));
    }
    return table(css("table table-list"), caption(in.tr("By regional group")),
                 thead(tr(th(scope("col"), in.tr("Group")), heads, th(scope("col"), in.tr("Not counted")))),
                 tbody(rows));
}

Html years_table(const IndicatorPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url here = Url::of("reports", "progress", page.indicator);
    return table(
        css("table table-list"), caption(in.tr("Year by year")),
        thead(tr(th(scope("col"), in.tr("Year")), th(scope("col"), css("number"), in.tr("Answers counted")),
                 when(page.is_scale,
                      [&] {
                          return group(th(scope("col"), css("number"), in.tr("In place")),
                                       th(scope("col"), css("number"), in.tr("Levels apart")));
                      }),
                 th(scope("col"), in.tr("Not counted")))),
        tbody(each(page.years, [&](const IndicatorYear& row) {
            return tr(th(scope("row"), data_label(in.tr("Year")),
                         a(href(here.with("year", std::to_string(row.year))), row.year)),
                      td(css("number"), data_label(in.tr("Answers counted")), row.answered),
                      when(page.is_scale,
                           [&] {
                               return group(td(css("number"), data_label(in.tr("In place")), row.states),
                                            td(css("number"), data_label(in.tr("Levels apart")),
                                               one_decimal(row.levels_apart, visit)));
                           }),
                      td(data_label(in.tr("Not counted")),
                         uncounted_words(row.uncounted, row.some_uncounted, visit)));
        })));
}

} // namespace

Screen draw_indicator(const IndicatorPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url here = Url::of("reports", "progress", page.indicator);
    Screen screen = begin_adding_up(page.title, page.about);
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("What national reports say")), Url("/reports/progress")}};
    screen.body = group(
        h1(css("page-title"), screen.title), p(css("page-lead"), screen.description),
        year_form(here, page.year, visit),
        when(page.years.empty(), [&] { return p(in.tr("No report on the record answers this yet.")); }),
        when(!page.years.empty(),
             [&] {
                 return group(page.is_scale ? bars_of_scale(page, visit) : bars_of_year(page, visit),
                              year_table(page, visit), group_table(page, visit), years_table(page, visit));
             }),
        p(css("muted"), in.tr("Version {version} of the catalogue of indicators.",
                              {{"version", std::to_string(page.catalogue)}})));
    screen.other_faces = {{"JSON", here}, {"CSV", here}};
    return screen;
}

} // namespace poa::national_reports
