// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_needs_drawing.hpp"

#include "capabilities/national_reports/commands/settle_need.hpp"
#include "capabilities/national_reports/needs.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

namespace poa::national_reports {
namespace {

using namespace web::drawing;
using web::Entered;

constexpr int cell = 28, gap = 1;
constexpr int bar_left = 60, bar_right = 600, bar_height = 26;

Url local(const std::string& address) {
    return Url::same_site(address).value_or(Url("/needs"));
}

/// East is right in every language: the map is not mirrored. Colour says that a need is named, never how
/// many.
Html map_of(const NeedsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto tile = [&](const NeedTile& place) -> Html {
        const int left = (place.column - 1) * cell + gap, top = (place.row - 1) * cell + gap;
        const int size = cell - 2 * gap;
        return a(css(place.named ? "tile tile-has" : "tile tile-none"), href(local(place.address)),
                 svg_title(place.name, ": ", place.named ? in.tr("names a need") : in.tr("nothing to show")),
                 rect(x(left), y(top), width(size), height(size), rx(2)),
                 svg_text(x(left + size / 2), y(top + size / 2), place.iso3));
    };
    auto key = [&](std::string_view tile_class, std::string_view meaning) {
        return li(svg(view_box("0 0 28 28"), aria_hidden("true"),
                      svg_group(css(tile_class), rect(x(1), y(1), width(26), height(26), rx(2)))),
                  " ", meaning);
    };
    const std::string box = fmt::format("0 0 {} {}", page.tile_columns * cell, page.tile_rows * cell);
    const std::string words(in.tr("Map: whose report names a need. One State, one tile, all the same size"));
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(words),
                     svg(css("tile-map"), view_box(box), each(page.tiles, tile))),
                 ul(css("tile-legend"), key("tile tile-has", in.tr("Names a need that you may read")),
                    key("tile tile-none", in.tr("No report, or nothing shared with you; nothing follows "
                                                "from it"))));
}

std::string mark_of(std::size_t place) {
    return std::string(1, static_cast<char>('A' + place));
}

Html bars_of(const NeedsPage& page, const Visit& visit) {
    const std::int64_t most = page.by_area.front().states;
    Html drawn;
    int top = 4;
    for (std::size_t i = 0; i < page.by_area.size(); ++i, top += bar_height) {
        const int long_ = static_cast<int>(page.by_area[i].states * (bar_right - bar_left) / most);
        drawn += svg_text(css("bar-mark"), x(bar_left - 10), y(top + 16), text_anchor("end"), mark_of(i));
        drawn += rect(css("bar bar-firm"), x(bar_left), y(top), width(long_), height(bar_height - 6));
        drawn += svg_text(x(bar_left + long_ + 8), y(top + 15), page.by_area[i].states);
    }
    const std::string box = fmt::format("0 0 {} {}", bar_right + 50, top);
    const std::string_view words = visit.in.tr("Number of States that name a need, by area");
    return div(css("plot-frame"), tabindex(0), role("region"), aria_label(words),
               svg(css("plot plot-bars"), view_box(box), role("img"), svg_title(words), drawn));
}

Html state_links(const std::vector<std::string>& codes) {
    Html out;
    for (const std::string& code : codes) {
        if (!out.empty()) out += group(" ");
        out += a(href(Url("/needs").with("state", code)), code);
    }
    return span(out);
}

Html areas_of(const NeedsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.by_area.empty()) return {};
    Html rows;
    for (std::size_t i = 0; i < page.by_area.size(); ++i) {
        const NeedAreaRow& row = page.by_area[i];
        rows += tr(td(data_label(in.tr("Mark")), mark_of(i)),
                   th(scope("row"), data_label(in.tr("Area")),
                      a(href(Url("/needs").with("area", row.area)), bdi(row.title))),
                   td(css("number"), data_label(in.tr("States")), row.states),
                   td(data_label(in.tr("Whose needs you may read")), state_links(row.seen)));
    }
    return group(h2(id("areas"), in.tr("By area")), bars_of(page, visit),
                 table(css("table table-list"), caption(in.tr("States that name a need, by area")),
                       thead(tr(th(scope("col"), in.tr("Mark")), th(scope("col"), in.tr("Area")),
                                th(scope("col"), css("number"), in.tr("States")),
                                th(scope("col"), in.tr("Whose needs you may read")))),
                       tbody(rows)));
}

Html choice_of(std::string_view field, std::string_view words, const std::vector<NeedChoice>& choices,
               const std::string& chosen, const Visit& visit) {
    return div(css("field"), label(css("form-label"), for_(field), words),
               select_(css("form-select"), id(field), name(field), option(value(""), visit.in.tr("Any")),
                       each(choices, [&](const NeedChoice& one) {
                           return option(value(one.key), selected(one.key == chosen), one.title);
                       })));
}

Html filters_of(const NeedsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    std::vector<NeedChoice> stages;
    for (NeedStage stage : {NeedStage::open, NeedStage::met})
        stages.push_back({std::string(name_of(stage)), std::string(in.tr(title_of(stage)))});
    return form(
        css("filters"), method("get"), action(Url("/needs")),
        choice_of("item", in.tr("Part of the framework"), page.items, page.item, visit),
        choice_of("area", in.tr("Area"), page.areas, page.area, visit),
        choice_of("group", in.tr("Group"), page.groups, page.group, visit),
        choice_of("stage", in.tr("Stage"), stages, page.stage, visit),
        when(!page.state.empty(), [&] { return input(type("hidden"), name("state"), value(page.state)); }),
        button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

Url here_of(const NeedsPage& page) {
    return Url("/needs")
        .with("item", page.item)
        .with("area", page.area)
        .with("group", page.group)
        .with("stage", page.stage)
        .with("state", page.state)
        .with("year", page.year == 0 ? std::string() : std::to_string(page.year));
}

/// The need in one cell: the area, and the State's own words.
Html words_of(const NeedRow& row) {
    const std::string& first = row.area_title.empty() ? row.words : row.area_title;
    return group(a(href(local(row.address)), bdi(first.empty() ? row.label : first)),
                 when(!row.area_title.empty() && !row.words.empty(),
                      [&] { return group(" – ", span(dir("auto"), row.words)); }),
                 when(!row.note.empty(), [&] { return p(css("muted"), dir("auto"), row.note); }));
}

std::string_view stage_words(const NeedRow& row, const Visit& visit) {
    return visit.in.tr(title_of(parse_need_stage(row.stage).value_or(NeedStage::open)));
}

Html list_of(const NeedsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty())
        return p(in.tr("No need that you may read. Where a State says nothing, nothing follows from it."));
    return table(
        css("table table-list"), caption(in.tr("Needs, as the States themselves report them")),
        thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Need")),
                 th(scope("col"), in.tr("Part of the framework")), th(scope("col"), in.tr("Urgency")),
                 th(scope("col"), in.tr("Report")), th(scope("col"), in.tr("Stage")))),
        tbody(each(page.rows, [&](const NeedRow& row) {
            return tr(th(scope("row"), data_label(in.tr("State")), bdi(row.name)),
                      td(data_label(in.tr("Need")), words_of(row)),
                      td(data_label(in.tr("Part of the framework")), bdi(row.item_title)),
                      td(data_label(in.tr("Urgency")), bdi(row.urgency)),
                      td(data_label(in.tr("Report")), a(href(local(row.report)), row.year)),
                      td(data_label(in.tr("Stage")), stage_words(row, visit)));
        })));
}

Html fact(std::string_view words, const std::string& text) {
    if (text.empty()) return {};
    return group(dt(words), dd(dir("auto"), text));
}

Html settling_form(const NeedPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    InputValues start;
    start.set("stage", page.need.stage);
    start.set("said", page.need.said);
    return section(h2(in.tr("Say where it stands")),
                   web::form_for(input_of(Of<SettleNeed>{}),
                                 Url::of("needs", std::to_string(page.need.need), "settle_need"), visit,
                                 entered, {.submit = in.tr("Say it"), .start = &start}));
}

} // namespace

Screen draw_needs(const NeedsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("What States need");
    screen.section = "reports";
    screen.description = in.tr("Needs that States name in their reports, each shown to whom the State chose. "
                               "Nothing here ranks States.");
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")}};
    screen.body = group(
        web::drawing::page_head(screen), filters_of(page, visit),
        p(in.tr_n("You may read needs of {n} State.", "You may read needs of {n} States.", page.states)),
        map_of(page, visit), areas_of(page, visit), h2(id("needs"), in.tr("Needs")), list_of(page, visit),
        when(page.next != 0, [&] {
            return nav(css("pager"), aria_label(in.tr("Pages")),
                       a(rel("next"), href(here_of(page).with("before", std::to_string(page.next))),
                         in.tr("More needs")));
        }));
    screen.other_faces = {{"JSON", here_of(page).with("format", "json")},
                          {"CSV", here_of(page).with("format", "csv")}};
    return screen;
}

Screen draw_need(const NeedPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const NeedRow& need = page.need;
    Screen screen;
    screen.title =
        need.name.empty() ? std::string(in.tr("A need")) : in.tr("A need of {state}", {{"state", need.name}});
    screen.section = "reports";
    screen.description = in.tr("As the State itself reports it.");
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("What States need")), Url("/needs")}};
    Html facts = group(fact(in.tr("Area"), need.area_title), fact(in.tr("Need"), need.words),
                       fact(in.tr("Note"), need.note), fact(in.tr("Urgency"), need.urgency),
                       fact(in.tr("Wanted by"), need.wanted));
    if (!need.item.empty())
        facts += group(dt(in.tr("Part of the framework")),
                       dd(a(href(Url::of("acquis", need.item)), bdi(need.item_title))));
    if (!need.report.empty())
        facts += group(dt(in.tr("Question")), dd(lang(need.language), dir("auto"), need.label),
                       dt(in.tr("Report")), dd(a(href(local(need.report)), need.year)), dt(in.tr("Stage")),
                       dd(stage_words(need, visit)), dt(in.tr("Entered")), dd(in.day(need.since)));
    facts += fact(in.tr("What the State says about it"), need.said);
    screen.body =
        group(web::drawing::page_head(screen), dl(css("facts"), facts),
              p(a(href(Url::of("trail", "need", std::to_string(need.need))), in.tr("From report to result"))),
              when(page.may_settle, [&] { return settling_form(page, visit, entered); }));
    screen.form_page = Url::of("needs", std::to_string(need.need));
    return screen;
}

} // namespace poa::national_reports
