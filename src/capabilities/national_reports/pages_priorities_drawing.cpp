// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_priorities_drawing.hpp"

#include "capabilities/national_reports/pages_progress_drawing.hpp"
#include "web/drawing.hpp"

namespace poa::national_reports {
namespace {

using namespace web::drawing;

Html number_of(const PriorityRow& row, const Visit& visit) {
    return group(a(href(address_of(row.address)), row.states),
                 when(!row.is_whole, [&] { return group(" ", visit.in.tr("and others, not told")); }));
}

Html table_of(const PrioritiesPage& page, std::string_view kind, std::string_view words,
              std::string_view first, const Visit& visit) {
    const auto& in = visit.in;
    const bool has_named = kind == "item";
    Html rows;
    for (const PriorityRow& row : page.rows) {
        if (row.kind != kind) continue;
        rows += tr(th(scope("row"), data_label(first), a(href(address_of(row.needs)), bdi(row.title))),
                   td(css("number"), data_label(in.tr("States")), number_of(row, visit)),
                   when(has_named, [&] { return td(data_label(in.tr("Named most often")), row.named); }),
                   td(data_label(in.tr("Reports you may read")), report_links(row.seen, page.year)));
    }
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), first), th(scope("col"), css("number"), in.tr("States")),
                          when(has_named, [&] { return th(scope("col"), in.tr("Named most often")); }),
                          th(scope("col"), in.tr("Reports you may read")))),
                 tbody(rows));
}

Html voices_of(const PrioritiesPage& page, const Visit& visit) {
    if (page.voices.empty()) return p(visit.in.tr("None that you may read."));
    return div(each(page.voices, [&](const PriorityVoice& voice) {
        return div(css("answer"), h3(a(href(address_of(voice.address)), bdi(voice.name))),
                   p(css("muted"), lang(voice.language), dir("auto"), voice.label),
                   p(dir("auto"), voice.words));
    }));
}

} // namespace

Screen draw_priorities(const PrioritiesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string year = std::to_string(page.year);
    Screen screen =
        begin_adding_up(in.tr("Priorities that reports name, {year}", {{"year", year}}),
                        in.tr("What States ask support for and want to strengthen first. Every number opens "
                              "to the reports it stands on, as far as you may read them. It orders parts of "
                              "the framework, and no State."));
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("What national reports say")), Url("/reports/progress")}};
    screen.body = group(
        web::drawing::page_head(screen), year_form(Url("/priorities"), page.year, visit),
        h2(id("items"), in.tr("By part of the framework")),
        table_of(page, "item", in.tr("States that ask for support, by part of the framework"),
                 in.tr("Part of the framework"), visit),
        h2(id("areas"), in.tr("By area")),
        table_of(page, "area", in.tr("States that want to strengthen an area first"), in.tr("Area"), visit),
        h2(id("voices"), in.tr("In the States’ own words")), voices_of(page, visit),
        p(css("muted"), in.tr("Version {version} of the catalogue of indicators.",
                              {{"version", std::to_string(page.catalogue)}})));
    const Url here = Url("/priorities").with("year", year);
    screen.other_faces = {{"JSON", here}, {"CSV", here}};
    return screen;
}

} // namespace poa::national_reports
