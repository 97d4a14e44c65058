// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_calendar_drawing.hpp"

#include "base/input.hpp"
#include "capabilities/charter/calendar_days.hpp"
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
using Events = std::span<const CalendarRow>;

constexpr std::array<std::string_view, 12> months{
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December")};

constexpr double week_width = 13, strip_left = 6, lane_height = 34, strip_top = 22;
constexpr double strip_width = strip_left * 2 + week_width * 53;

double week_at(Day day, int year) {
    const std::int64_t days = day.days - monday_of(first_day_of(year)).days;
    return strip_left + week_width * static_cast<double>(std::clamp<std::int64_t>(days / 7, 0, 52));
}

std::string number(double value) {
    return fmt::format("{:.1f}", value);
}

std::string about(const CalendarRow& row) {
    return row.of_title.empty() ? row.title : row.title + ": " + row.of_title;
}

Html days_of(const CalendarRow& row, const Visit& visit) {
    Html made = time_(datetime(row.first.iso()), visit.in.day(row.first));
    if (row.last != row.first) made += group(" – ", time_(datetime(row.last.iso()), visit.in.day(row.last)));
    return made;
}

Html by_clause(const CalendarRow& row, const Visit& visit) {
    return a(href(local_url(row.address)), visit.in.tr("by clause {number}", {{"number", row.clause}}));
}

Html conditional_mark(const CalendarRow& row, const Visit& visit) {
    if (!row.conditional) return {};
    return group(" ", span(css("badge"), visit.in.tr("only if States decide so")));
}

/// The weeks of one year: a lane a kind of meeting and group, a mark a meeting.
Html strip(Events meetings, int year, const Visit& visit) {
    std::vector<std::string> lanes;
    Html marks;
    for (const CalendarRow& row : meetings) {
        const std::string lane = about(row);
        auto at = std::ranges::find(lanes, lane);
        const double top = strip_top + lane_height * static_cast<double>(at - lanes.begin());
        if (at == lanes.end()) {
            lanes.push_back(lane);
            marks += svg_text(x(number(strip_left)), y(number(top + 12)), lane);
        }
        const double begin = week_at(row.first, year), end = week_at(row.last, year) + week_width;
        marks += svg_group(svg_title(lane, ", ", visit.in.day(row.first), " – ", visit.in.day(row.last)),
                           rect(css(row.conditional ? "bar bar-inferred" : "bar bar-firm"), x(number(begin)),
                                y(number(top + 17)), width(number(end - begin)), height("11")));
    }
    const double bottom = strip_top + lane_height * static_cast<double>(lanes.size());
    Html scale;
    for (int month = 1; month <= 12; ++month) {
        const double at = week_at(*Day::of(year, month, 1), year);
        scale += svg_path(css("leader"), path_points(fmt::format("M{:.1f},16V{:.1f}", at, bottom)));
        scale += svg_text(css("axis"), x(number(at + 3)), y("12"), month);
    }
    const std::string box = fmt::format("0 0 {} {}", strip_width, bottom + 4);
    const std::string words =
        visit.in.tr("Weeks of {year} in which meetings take place", {{"year", std::to_string(year)}});
    return div(css("plot-frame"), dir("ltr"), tabindex(0), role("region"), aria_label(words),
               svg(css("plot"), view_box(box), role("img"), svg_title(words), scale, marks));
}

Html meetings_table(Events meetings, const Visit& visit) {
    const auto& in = visit.in;
    std::int64_t days = 0;
    for (const CalendarRow& row : meetings) days += row.days;
    const std::string words =
        in.tr_n("{n} meeting", "{n} meetings", static_cast<std::int64_t>(meetings.size())) + " · " +
        in.tr_n("{n} meeting day", "{n} meeting days", days);
    return table(
        css("table table-list"), caption(words),
        thead(tr(th(scope("col"), in.tr("Meeting")), th(scope("col"), in.tr("From and to")),
                 th(scope("col"), css("number"), in.tr("Meeting days")), th(scope("col"), in.tr("Place")),
                 th(scope("col"), in.tr("Form")), th(scope("col"), in.tr("Follows from")))),
        tbody(each(meetings, [&](const CalendarRow& row) {
            return tr(id(row.key),
                      th(scope("row"), data_label(in.tr("Meeting")),
                         span(bdi(about(row)), conditional_mark(row, visit))),
                      td(data_label(in.tr("From and to")), span(days_of(row, visit))),
                      td(css("number"), data_label(in.tr("Meeting days")), row.days),
                      td(data_label(in.tr("Place")), row.place), td(data_label(in.tr("Form")), row.mode),
                      td(data_label(in.tr("Follows from")), by_clause(row, visit)));
        })));
}

/// Reports that many States owe on one day stand in one line.
Html reports_item(Events reports, const CalendarPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const CalendarRow& first = reports.front();
    const auto count = static_cast<std::int64_t>(reports.size());
    Html who;
    if (count == page.member_states) {
        who = span(in.tr("all Member States"));
    } else {
        std::vector<std::string_view> names;
        for (const CalendarRow& row : reports) names.push_back(row.of_title);
        who = details(summary(in.tr_n("{n} State", "{n} States", count)),
                      p(bdi(fmt::format("{}", fmt::join(names, " · ")))));
    }
    return li(days_of(first, visit), " ", first.title, " (", by_clause(first, visit), "): ", who);
}

Html date_item(const CalendarRow& row, const Visit& visit) {
    return li(id(row.key), days_of(row, visit), " ", bdi(about(row)), conditional_mark(row, visit),
              when(row.latest.has_value(),
                   [&] {
                       return group(" ", visit.in.tr("(at the latest {day}, if it is extended)",
                                                     {{"day", visit.in.day(*row.latest)}}));
                   }),
              " (", by_clause(row, visit), ")");
}

Html month_items(Events dates, const CalendarPage& page, const Visit& visit) {
    Html items;
    for (std::size_t i = 0; i < dates.size();) {
        std::size_t end = i + 1;
        const bool is_report = dates[i].kind == "report_due" && page.state.empty();
        while (is_report && end < dates.size() && dates[end].kind == dates[i].kind &&
               dates[end].first == dates[i].first)
            ++end;
        items +=
            is_report ? reports_item(dates.subspan(i, end - i), page, visit) : date_item(dates[i], visit);
        i = end;
    }
    return items;
}

Html dates_by_month(Events dates, const CalendarPage& page, int year, const Visit& visit) {
    if (dates.empty()) return {};
    Html parts;
    for (std::size_t i = 0; i < dates.size();) {
        std::size_t end = i;
        while (end < dates.size() && dates[end].first.month() == dates[i].first.month()) ++end;
        parts += h3(visit.in.tr(months.at(static_cast<std::size_t>(dates[i].first.month() - 1))));
        parts += ul(month_items(dates.subspan(i, end - i), page, visit));
        i = end;
    }
    return details(open(!page.state.empty()),
                   summary(visit.in.tr("Deadlines and dates of {year}", {{"year", std::to_string(year)}})),
                   parts);
}

Html year_section(const CalendarPage& page, int year, const Visit& visit) {
    std::vector<CalendarRow> meetings, dates;
    for (const CalendarRow& row : page.rows)
        if (row.first.year() == year || (row.first.year() < year && row.last.year() == year))
            (row.is_meeting ? meetings : dates).push_back(row);
    const std::string words = std::to_string(year);
    Html meetings_part = meetings.empty()
                             ? Html(p(visit.in.tr("No meeting in this year.")))
                             : Html(group(strip(meetings, year, visit), meetings_table(meetings, visit)));
    return section(id("y-" + words), h2(words), meetings_part, dates_by_month(dates, page, year, visit));
}

Html unplaced_part(const CalendarPage& page, const Visit& visit) {
    if (page.unplaced.empty()) return {};
    const auto& in = visit.in;
    return section(css("notice notice-caution"), h2(in.tr("What has no place, and why")),
                   ul(each(page.unplaced, [&](const UnplacedRow& row) {
                       return li(bdi(row.title), " (", time_(datetime(row.from.iso()), in.day(row.from)),
                                 " – ", time_(datetime(row.to.iso()), in.day(row.to)), "). ", row.reason,
                                 each(row.clauses, [&](const ClauseLink& link) {
                                     return group(" ",
                                                  a(href(local_url(link.address)), title_is(link.title),
                                                    in.tr("clause {number}", {{"number", link.number}})));
                                 }));
                   })));
}

Html filter(const CalendarPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(css("filters"), method("get"), action(Url::of("charters", page.charter, "calendar")),
                div(css("field"), label(css("form-label"), for_("from"), in.tr("First year")),
                    input(css("form-control"), id("from"), name("from"), type("number"), min(1946), max(2300),
                          value(page.from))),
                div(css("field"), label(css("form-label"), for_("years"), in.tr("Years")),
                    input(css("form-control"), id("years"), name("years"), type("number"), min(1), max(10),
                          value(page.years))),
                div(css("field"), label(css("form-label"), for_("state"), in.tr("One delegation")),
                    select_(css("form-select"), id("state"), name("state"),
                            option(value(""), in.tr("Everything, for all delegations")),
                            each(page.choices,
                                 [&](const StateChoice& choice) {
                                     return option(value(choice.iso3), selected(choice.iso3 == page.state),
                                                   choice.name);
                                 }))),
                button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

std::string lead(const CalendarPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (!page.state.empty())
        return in.tr("What concerns the delegation of {state}: meetings, deadlines and its own reports, as "
                     "the charter's clauses make them.",
                     {{"state", page.state_name}});
    return std::string(in.tr("Meetings, deadlines and terms of office as the charter's clauses make them. "
                             "Nothing here was convened by anybody."));
}

Html subscribing(const CalendarPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url feed =
        Url::of("charters", page.charter, "calendar.ics").with("state", page.state).with("lang", in.code());
    return p(a(href(feed), in.tr("Calendar for calendar programs (iCalendar)")), " · ",
             in.tr("Its address can be subscribed to: a meeting that moves replaces itself."));
}

} // namespace

Screen draw_calendar(const CalendarPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(in.tr("Calendar: {charter}", {{"charter", page.title}}),
                                         lead(page, visit), page.charter, page.title, visit);
    Html sections;
    for (std::int64_t year = page.from; year < page.from + page.years; ++year)
        sections += year_section(page, static_cast<int>(year), visit);
    screen.body = group(
        page_head(screen), running_links(page.charter, "calendar", visit), filter(page, visit),
        subscribing(page, visit), unplaced_part(page, visit), sections, when(page.state.empty(), [&] {
            return p(css("muted"),
                     in.tr("Where States report in turns, the turns follow the alphabetical order of their "
                           "codes."));
        }));
    return screen;
}

} // namespace poa::charter
