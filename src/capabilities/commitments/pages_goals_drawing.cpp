// SPDX-License-Identifier: Apache-2.0
// Goals, and trails.
#include "capabilities/commitments/pages_drawing.hpp"

namespace poa::commitments {
namespace {

using namespace web::drawing;

std::string aim_of(const GoalRow& row, const Visit& visit) {
    if (row.states == 0) return visit.in.tr("by {year}", {{"year", std::to_string(row.year)}});
    return visit.in.tr("{states} States by {year}",
                       {{"states", std::to_string(row.states)}, {"year", std::to_string(row.year)}});
}

std::string newest_of(const GoalRow& row, const Visit& visit) {
    if (!row.newest_year) return std::string(visit.in.tr("no report counts yet"));
    return visit.in.tr("{states} States for {year}", {{"states", std::to_string(row.have_it.value_or(0))},
                                                      {"year", std::to_string(*row.newest_year)}});
}

Html years_table(const GoalPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("No report that counts for you says anything of it yet."));
    return table(css("table table-list"), caption(in.tr("What reports say of it, by year")),
                 thead(tr(th(scope("col"), in.tr("Year")), th(scope("col"), css("number"), in.tr("In place")),
                          th(scope("col"), css("number"), in.tr("Answers counted")),
                          th(scope("col"), in.tr("Not counted")))),
                 tbody(each(page.rows, [&](const GoalYear& row) {
                     return tr(
                         th(scope("row"), data_label(in.tr("Year")), row.year),
                         td(css("number"), data_label(in.tr("In place")), row.states),
                         td(css("number"), data_label(in.tr("Answers counted")), row.answered),
                         td(data_label(in.tr("Not counted")),
                            row.is_whole ? std::string_view() : in.tr("Some answers are not counted here")));
                 })));
}

std::string_view step_words(std::string_view step, const Visit& visit) {
    const auto& in = visit.in;
    if (step == "report") return in.tr("What a report says");
    if (step == "need") return in.tr("The need it names");
    if (step == "priority") return in.tr("The priority that reports add up to");
    if (step == "recommendation") return in.tr("What is recommended");
    if (step == "goal") return in.tr("What is to be reached together");
    if (step == "commitment") return in.tr("What a State undertakes");
    return in.tr("What came of it");
}

Html steps_of(const TrailPage& page, const Visit& visit) {
    Html steps;
    for (std::size_t i = 0; i < page.rows.size();) {
        const std::string& step = page.rows[i].step;
        Html lines;
        for (; i < page.rows.size() && page.rows[i].step == step; ++i)
            lines += li(link_to(page.rows[i].address, page.rows[i].title),
                        when(!page.rows[i].detail.empty(),
                             [&] { return span(css("muted"), " · ", bdi(page.rows[i].detail)); }));
        steps += section(h2(step_words(step, visit)), ul(lines));
    }
    return steps;
}

} // namespace

Screen draw_goals(const GoalsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_commitments(std::string(in.tr("Goals agreed together")),
                                      in.tr("What a decision set as a goal, measured by what States report "
                                            "of themselves. It binds no State and ranks none."));
    screen.crumbs = {{std::string(in.tr("Voluntary commitments")), Url("/commitments")}};
    Html body = p(in.tr("No goal is set yet."));
    if (!page.rows.empty())
        body =
            table(css("table table-list"), caption(in.tr("Goals, by the year they are for")),
                  thead(tr(th(scope("col"), in.tr("Goal")), th(scope("col"), in.tr("Measured by")),
                           th(scope("col"), in.tr("To be reached")), th(scope("col"), in.tr("So far")),
                           th(scope("col"), in.tr("Decision")))),
                  tbody(each(page.rows, [&](const GoalRow& row) {
                      return tr(th(scope("row"), data_label(in.tr("Goal")),
                                   a(href(Url::of("goals", row.goal)), bdi(lang(row.language), row.title))),
                                td(data_label(in.tr("Measured by")),
                                   a(href(Url::of("reports", "progress", row.indicator)),
                                     bdi(row.indicator_title))),
                                td(data_label(in.tr("To be reached")), aim_of(row, visit)),
                                td(data_label(in.tr("So far")), newest_of(row, visit)),
                                td(data_label(in.tr("Decision")), link_to(row.decision, row.symbol)));
                  })));
    screen.body = group(page_head(screen), body);
    screen.other_faces = {{"JSON", Url("/goals")}, {"CSV", Url("/goals")}};
    return screen;
}

Screen draw_goal(const GoalPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const GoalRow& row = page.goal;
    Screen screen = begin_commitments(row.title, in.tr("A goal that a decision set. It binds no State."));
    screen.crumbs = {{std::string(in.tr("Goals agreed together")), Url("/goals")}};
    screen.body = group(
        h1(css("page-title"), lang(row.language), dir("auto"), row.title),
        p(css("page-lead"), screen.description), p(lang(row.language), dir("auto"), page.text),
        dl(css("facts"), dt(in.tr("Measured by")),
           dd(a(href(Url::of("reports", "progress", row.indicator)), bdi(row.indicator_title))),
           dt(in.tr("To be reached")), dd(aim_of(row, visit)), dt(in.tr("So far")), dd(newest_of(row, visit)),
           dt(in.tr("Decision")), dd(link_to(row.decision, row.symbol))),
        p(a(href(Url::of("trail", "goal", row.goal)), in.tr("From report to result"))),
        years_table(page, visit), h2(in.tr("What States undertake for it")),
        commitments_table(page.commitments, in.tr("Commitments, newest first"), visit),
        when(!page.versions.empty(), [&] {
            return section(h2(in.tr("As it was set before")), ul(each(page.versions, [&](const GoalRow& one) {
                               return li(link_to(one.decision, one.symbol), ": ", aim_of(one, visit));
                           })));
        }));
    screen.other_faces = {{"JSON", Url::of("goals", row.goal)}, {"CSV", Url::of("goals", row.goal)}};
    return screen;
}

Screen draw_trail(const TrailPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_commitments(std::string(in.tr("From report to result")),
                                      in.tr("What follows from what, along links that somebody made. A step "
                                            "that is missing says only that nobody linked it, or that it is "
                                            "not yours to read."));
    screen.crumbs = {{std::string(in.tr("Voluntary commitments")), Url("/commitments")}};
    screen.body =
        group(page_head(screen),
              when(!page.item.empty(),
                   [&] { return p(a(href(Url::of("acquis", page.item)), bdi(page.item_title))); }),
              steps_of(page, visit),
              when(page.rows.empty(), [&] { return p(in.tr("Nothing is linked yet that you may read.")); }));
    const Url here = Url::of("trail", page.kind, page.id);
    screen.other_faces = {{"JSON", here}, {"CSV", here}};
    return screen;
}

} // namespace poa::commitments
