// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_burden_drawing.hpp"

#include "capabilities/charter/pages_running.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

using namespace web::drawing;

constexpr double plot_width = 680, bars_width = 590, lane_height = 36;

struct HoursPart {
    double BurdenRow::*member;
    std::string_view words; ///< translated
};
std::array<HoursPart, 5> hours_parts(const Visit& visit) {
    const auto& in = visit.in;
    return {{{&BurdenRow::hours_in_meetings, in.tr("meeting and preparing")},
             {&BurdenRow::hours_reading, in.tr("reading")},
             {&BurdenRow::hours_on_statements, in.tr("statements")},
             {&BurdenRow::hours_on_reports, in.tr("reports")},
             {&BurdenRow::hours_on_checks_and_lists, in.tr("checks and lists of applicants")}}};
}

std::string point(double value) {
    return fmt::format("{:.1f}", value);
}

std::string part_class(std::size_t part) {
    return fmt::format("bar cluster-{}", part + 1);
}

/// A bar a charter, in the order of the table, stacked by what the hours are spent on.
Html plot(const BurdenPage& page, const Visit& visit) {
    const auto parts = hours_parts(visit);
    double most = 1;
    for (const BurdenRow& row : page.rows) most = std::max(most, row.hours);
    Html bars, keys;
    double top = 4;
    for (const BurdenRow& row : page.rows) {
        bars += svg_text(x("4"), y(point(top + 12)), row.title);
        double at = 4;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double length = row.*parts[i].member / most * bars_width;
            if (length < 0.05) continue;
            bars += rect(css(part_class(i)), x(point(at)), y(point(top + 17)), width(point(length)),
                         height("12"));
            at += length;
        }
        bars += svg_text(css("axis"), x(point(at + 5)), y(point(top + 27)), rounded(row.hours, visit));
        top += lane_height;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        keys += li(svg(css("plot-key"), view_box("0 0 14 14"), aria_hidden("true"),
                       rect(css(part_class(i)), x("1"), y("1"), width("12"), height("12"))),
                   " ", parts[i].words);
    const std::string box = fmt::format("0 0 {} {}", plot_width, top + 4);
    const std::string_view words = visit.in.tr("Hours of work in an average year, by charter");
    return group(h2(words), ul(css("tile-legend"), keys),
                 div(css("plot-frame"), dir("ltr"), tabindex(0), role("region"), aria_label(words),
                     svg(css("plot"), view_box(box), role("img"), svg_title(words), bars)));
}

std::string share(double share, const Visit& visit) {
    return visit.in.tr("{number} %", {{"number", decimal(share * 100, 1, visit)}});
}

Html table_row(const BurdenRow& row, const Visit& visit) {
    const auto& in = visit.in;
    auto cell = [&](std::string_view words, const std::string& figure) -> Html {
        return td(css("number"), data_label(words), figure);
    };
    return tr(th(scope("row"), data_label(in.tr("Charter")),
                 a(href(local_url(row.address)), lang(row.language), row.title), " ",
                 small(in.tr("speaks of {n} of {all} clauses",
                             {{"n", in.number(row.clauses_said)}, {"all", in.number(clause_count)}}))),
              cell(in.tr("Meeting days"), decimal(row.meeting_days, 1, visit)),
              cell(in.tr("Days in two places"), decimal(row.days_in_two_places, 1, visit)),
              cell(in.tr("Words to read"), rounded(row.words, visit)),
              cell(in.tr("Reports"), decimal(row.reports, 2, visit)),
              cell(in.tr("Statements"), decimal(row.statements, 1, visit)),
              cell(in.tr("Hours"), rounded(row.hours, visit)),
              cell(in.tr("Hours a person"), rounded(row.hours_per_person, visit)),
              cell(in.tr("Cost in US dollars"), rounded(row.cost, visit)),
              cell(in.tr("Share of its working year"), share(row.share_of_year, visit)),
              cell(in.tr("Cost of the mechanism itself in US dollars"), rounded(row.mechanism_cost, visit)));
}

Html burden_table(const BurdenPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto head = [](std::string_view words) -> Html { return th(scope("col"), css("number"), words); };
    return table(
        css("table table-list"),
        caption(in.tr_n("An average year of a delegation of {n} person",
                        "An average year of a delegation of {n} people", page.people)),
        thead(tr(th(scope("col"), in.tr("Charter")), head(in.tr("Meeting days")),
                 head(in.tr("Days in two places")), head(in.tr("Words to read")), head(in.tr("Reports")),
                 head(in.tr("Statements")), head(in.tr("Hours")), head(in.tr("Hours a person")),
                 head(in.tr("Cost in US dollars")), head(in.tr("Share of its working year")),
                 head(in.tr("Cost of the mechanism itself in US dollars")))),
        tbody(each(page.rows, [&](const BurdenRow& row) { return table_row(row, visit); })));
}

Html hours_table(const BurdenPage& page, const Visit& visit) {
    const auto parts = hours_parts(visit);
    return details(
        summary(visit.in.tr("The drawing as a table")),
        table(
            css("table table-list"), caption(visit.in.tr("Hours of work in an average year, by charter")),
            thead(tr(th(scope("col"), visit.in.tr("Charter")),
                     each(parts,
                          [](const HoursPart& part) { return th(scope("col"), css("number"), part.words); }),
                     th(scope("col"), css("number"), visit.in.tr("Hours")))),
            tbody(each(page.rows, [&](const BurdenRow& row) -> Html {
                return tr(
                    th(scope("row"), data_label(visit.in.tr("Charter")), span(lang(row.language), row.title)),
                    each(parts,
                         [&](const HoursPart& part) {
                             return td(css("number"), data_label(part.words),
                                       rounded(row.*part.member, visit));
                         }),
                    td(css("number"), data_label(visit.in.tr("Hours")), rounded(row.hours, visit)));
            }))));
}

Html filter(const BurdenPage& page, const Visit& visit) {
    const auto& in = visit.in;
    static constexpr std::array<std::int64_t, 4> sizes{1, 3, 10, 30};
    const std::int64_t changed = changed_count(page.assumptions);
    const std::string words =
        changed == 0 ? std::string(in.tr("Assumptions"))
                     : std::string(in.tr("Assumptions")) + ": " +
                           in.tr_n("{n} changed by the reader", "{n} changed by the reader", changed);
    return form(
        method("get"), action(Url("/charters/burden")),
        div(css("filters"),
            div(css("field"), label(css("form-label"), for_("people"), in.tr("People in the delegation")),
                select_(css("form-select"), id("people"), name("people"),
                        each(sizes,
                             [&](std::int64_t size) {
                                 return option(value(size), selected(size == page.people), size);
                             }))),
            div(css("field"), label(css("form-label"), for_("from"), in.tr("First year")),
                input(css("form-control"), id("from"), name("from"), type("number"), min(2000), max(2200),
                      value(page.from))),
            div(css("field"), label(css("form-label"), for_("years"), in.tr("Years")),
                input(css("form-control"), id("years"), name("years"), type("number"), min(1), max(20),
                      value(page.years))),
            button(css("btn btn-primary"), type("submit"), in.tr("Compute"))),
        details(open(has_problem(page.assumptions)), summary(words),
                p(in.tr("No charter says these figures. Each can be changed; the address of the result holds "
                        "the changes, so that it can be shared.")),
                div(css("form"), figure_fields(page.assumptions, visit)),
                button(css("btn btn-primary"), type("submit"), in.tr("Compute")), when(changed > 0, [&] {
                    return group(" ", a(href(Url("/charters/burden")), in.tr("Take all changes back")));
                })));
}

Html unplaced_note(const BurdenPage& page, const Visit& visit) {
    Html items;
    for (const BurdenRow& row : page.rows)
        if (row.unplaced > 0)
            items += li(a(href(Url::of("charters", row.charter, "calendar")), lang(row.language), row.title),
                        ": ", visit.in.tr_n("{n} meeting", "{n} meetings", row.unplaced));
    if (items.empty()) return {};
    return group(p(visit.in.tr("Meetings that the calendar has no place for are not counted:")), ul(items));
}

} // namespace

Screen draw_burden(const BurdenPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        std::string(in.tr("Burden of all charters")),
        in.tr("What each charter would ask of a delegation that follows everything, in an average year, and "
              "what the mechanism itself would cost."),
        {}, {}, visit);
    if (has_problem(page.assumptions)) screen.status = 422;
    Html results;
    if (!page.rows.empty())
        results = group(
            burden_table(page, visit), plot(page, visit), hours_table(page, visit),
            unplaced_note(page, visit),
            p(css("muted"),
              in.tr(
                  "Hours are those of the whole delegation. What is done once for all of it, such as "
                  "reading, "
                  "statements and reports, takes as many hours however many people share it; only meetings "
                  "held at the same time are attended by more. What falls on one person is the hours shared "
                  "evenly.")),
            p(css("muted"), in.tr("Charters stand in alphabetical order. The figures compare "
                                  "charters, not States, and hold under the assumptions "
                                  "above.")),
            p(css("muted"),
              in.tr("What a paper does not speak of is taken from the charter it is based on: the less it "
                    "says, the more its figures are those of that charter. They are no proposal of "
                    "whoever wrote the paper.")));
    screen.body =
        group(page_head(screen), figure_problems(page.assumptions, visit), filter(page, visit), results);
    return screen;
}

} // namespace poa::charter
