// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_activity_drawing.hpp"

#include "web/drawing.hpp"
#include "web/frame.hpp"

namespace poa::decisions {
namespace {

using namespace web::drawing;

std::string year_words(const ActivityPage& page) {
    return std::to_string(page.year); // no number: it is not grouped
}

/// Why there is such a report, and when it is due.
Html due_words(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html words;
    if (page.is_asked_for)
        words += p(in.tr("The charter in force asks the Chair to report each year on what was done "
                         "(clause {clause}).",
                         {{"clause", page.clause}}));
    if (page.presented_at)
        words += p(in.tr("The plenary after it begins on {day}.", {{"day", in.day(*page.presented_at)}}));
    if (!page.is_over)
        words += p(css("notice"), in.tr("The year is not over: this is what was done so far."));
    words += p(in.tr("Meetings are shown as the calendar of the charter plans them: how each was held is not "
                     "recorded yet."));
    return words;
}

Html chairs(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.chairs.empty()) return {};
    return group(h2(in.tr("Chair")), ul(each(page.chairs, [&](const ActivityChair& chair) {
                     return li(bdi(chair.person), " (", bdi(chair.state_name), "), ", in.day(chair.first),
                               " – ", chair.last ? in.day(*chair.last) : std::string());
                 })));
}

Html counts(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(in.tr("How often")),
                 thead(tr(th(scope("col"), in.tr("What")), th(scope("col"), css("number"), in.tr("Times")))),
                 tbody(each(page.counts, [&](const ActivityCount& row) {
                     return tr(th(scope("row"), row.title),
                               td(css("number"), data_label(in.tr("Times")), row.number));
                 })));
}

Html row_of(const ActivityRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string days = in.day(row.day);
    if (row.last && *row.last != row.day) days += " – " + in.day(*row.last);
    const Html title = bdi(lang(row.language, !row.language.empty()), row.title);
    const auto url = Url::same_site(row.address);
    return tr(td(data_label(in.tr("Day")), days), td(data_label(in.tr("What")), row.kind_title),
              th(scope("row"), url ? Html(a(href(*url), title)) : title),
              td(data_label(in.tr("Symbol")), bdi(row.symbol)));
}

Html acts(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("Nothing of that year is on the record."));
    return table(css("table table-list"), caption(in.tr("What was done, by the day")),
                 thead(tr(th(scope("col"), in.tr("Day")), th(scope("col"), in.tr("What")),
                          th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Symbol")))),
                 tbody(each(page.rows, [&](const ActivityRow& row) { return row_of(row, visit); })));
}

Html year_form(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(
        css("filters"), method("get"), action(Url("/activity")),
        div(css("field"), label(css("form-label"), for_("year"), in.tr("Year")),
            input(css("form-control"), id("year"), name("year"), type("number"), value(year_words(page)))),
        button(css("btn btn-secondary"), type("submit"), in.tr("Show")));
}

} // namespace

Screen draw_activity(const ActivityPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("What was done in {year}", {{"year", year_words(page)}});
    screen.section = "decisions";
    screen.crumbs = {{std::string(in.tr("Decisions")), Url("/decisions")}};
    screen.description =
        in.tr("The activities of one year, made from the record: nobody writes this report.");
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    screen.body =
        group(page_head(screen), due_words(page, visit), year_form(page, visit), chairs(page, visit),
              h2(in.tr("Activities")), counts(page, visit), acts(page, visit),
              p(css("muted"), in.tr("Meetings are those of the charter in force; which of them took "
                                    "place is not on the record yet.")));
    return screen;
}

} // namespace poa::decisions
