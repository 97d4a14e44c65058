// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_trying_drawing.hpp"

#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_trying_fields.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <cmath>

namespace poa::charter {
namespace {

using namespace web::drawing;

/// The address with all changes but one.
Url without(const TryingPage& page, std::string_view clause) {
    Url made = Url::of("charters", page.charter, "try").with("from", std::to_string(page.from));
    for (const ChangeRow& row : page.changes)
        if (row.clause != clause) made = std::move(made).with("clause", row.clause).with("value", row.value);
    return made;
}

/// What a form carries along of the changes that stand.
Html carried(const TryingPage& page) {
    Html made = input(type("hidden"), name("from"), value(page.from));
    for (const ChangeRow& row : page.changes)
        if (row.clause != page.chosen)
            made += group(input(type("hidden"), name("clause"), value(row.clause)),
                          input(type("hidden"), name("value"), value(row.value)));
    return made;
}

Html changes_table(const TryingPage& page, const Visit& visit) {
    if (page.changes.empty()) return {};
    const auto& in = visit.in;
    return table(
        css("table table-list"), caption(in.tr("What you changed; nobody else sees it")),
        thead(tr(th(scope("col"), in.tr("Clause")), th(scope("col"), in.tr("As the charter has it")),
                 th(scope("col"), in.tr("Changed to")), th(scope("col"), in.tr("Take it back")))),
        tbody(each(page.changes, [&](const ChangeRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Clause")),
                         a(href(local_url(row.clause_address)), row.number, " ", row.title)),
                      td(data_label(in.tr("As the charter has it")), bdi(row.before)),
                      td(data_label(in.tr("Changed to")),
                         row.problem.empty() ? Html(span(bdi(row.after))) : Html(span(bdi(row.problem)))),
                      td(data_label(in.tr("Take it back")),
                         span(a(href(without(page, row.clause)), in.tr("Take it back"),
                                span(css("visually-hidden"), " ", row.number)),
                              " · ",
                              a(href(without(page, row.clause).with("clause", row.clause)),
                                in.tr("Change it again"), span(css("visually-hidden"), " ", row.number)))));
        })));
}

Html choosing_form(const TryingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(
        css("filters"), method("get"), action(Url::of("charters", page.charter, "try")), carried(page),
        div(css("field field-wide"), label(css("form-label"), for_("clause"), in.tr("Clause to change")),
            clause_select(visit)),
        button(css("btn btn-primary"), type("submit"), in.tr("Choose")));
}

Html value_form(const TryingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return section(
        h2(in.tr("Change this clause")),
        when(!page.problem.empty(),
             [&] {
                 return div(css("form-problems"), role("alert"), h2(in.tr("This value cannot be taken")),
                            ul(li(a(href(Url::here("value")), bdi(page.problem)))));
             }),
        form(css("form"), method("get"), action(Url::of("charters", page.charter, "try")), carried(page),
             input(type("hidden"), name("clause"), value(page.chosen)), clause_field(page, visit),
             button(css("btn btn-primary"), type("submit"), in.tr("See what changes")), " ",
             a(href(without(page, page.chosen)), in.tr("Leave it as it is"))));
}

std::string difference(const BeforeAfterRow& row, const Visit& visit) {
    const double change = row.after - row.before;
    const std::string words = decimal(std::abs(change), row.digits, visit);
    if (words == decimal(0, row.digits, visit)) return words;
    return (change < 0 ? "\u2212" : "+") + words;
}

std::string title_of_row(const BeforeAfterRow& row, const Visit& visit) {
    if (row.people == 0) return row.title;
    return row.title + ", " +
           visit.in.tr_n("delegation of {n} person", "delegation of {n} people", row.people);
}

Html before_after(const TryingPage& page, std::string_view part, std::string_view words,
                  std::string_view first_column, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const BeforeAfterRow& row : page.rows) {
        if (row.part != part) continue;
        rows += tr(th(scope("row"), data_label(first_column), title_of_row(row, visit)),
                   td(css("number"), data_label(in.tr("Before")), decimal(row.before, row.digits, visit)),
                   td(css("number"), data_label(in.tr("After")), decimal(row.after, row.digits, visit)),
                   td(css("number"), data_label(in.tr("Difference")), bdi(difference(row, visit))));
    }
    if (rows.empty()) return {};
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), first_column), th(scope("col"), css("number"), in.tr("Before")),
                          th(scope("col"), css("number"), in.tr("After")),
                          th(scope("col"), css("number"), in.tr("Difference")))),
                 tbody(rows));
}

Html finding_item(const FindingRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const bool is_contradiction = row.severity == "contradiction";
    const std::string_view mark = row.is_new ? in.tr("new") : in.tr("gone");
    return li(span(css("badge"), mark), " ",
              strong(is_contradiction ? in.tr("Contradiction") : in.tr("Remark")), ": ", row.sentence,
              each(row.clauses, [&](const ClauseLink& link) {
                  return group(" ", a(href(local_url(link.address)), title_is(link.title),
                                      in.tr("clause {number}", {{"number", link.number}})));
              }));
}

Html findings(const TryingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.findings.empty()) return p(in.tr("The changes neither make nor end a contradiction or remark."));
    Html items;
    for (const FindingRow& row : page.findings) items += finding_item(row, visit);
    return ul(items);
}

Html clashes(const TryingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.clash_count == 0) return p(in.tr("No two meetings share a day that did not before."));
    Html items;
    for (const NewClash& clash : page.clashes)
        items += li(time_(datetime(clash.from.iso()), in.day(clash.from)), " – ",
                    time_(datetime(clash.to.iso()), in.day(clash.to)), ": ", bdi(clash.first), " · ",
                    bdi(clash.second));
    const std::int64_t more = page.clash_count - static_cast<std::int64_t>(page.clashes.size());
    return group(p(in.tr_n("{n} pair of meetings shares a day that did not before:",
                           "{n} pairs of meetings share a day that did not before:", page.clash_count)),
                 ul(items),
                 when(more > 0, [&] { return p(in.tr_n("And {n} more.", "And {n} more.", more)); }));
}

Html results(const TryingPage& page, const Visit& visit) {
    if (!page.is_tried) return {};
    const auto& in = visit.in;
    const std::string years = std::to_string(page.from) + "–" + std::to_string(page.from + page.years - 1);
    return group(h2(in.tr("Contradictions and remarks")), findings(page, visit), h2(in.tr("Calendar")),
                 before_after(page, "meetings", in.tr("Meetings in {years}", {{"years", years}}),
                              in.tr("Meeting"), visit),
                 before_after(page, "meeting_days", in.tr("Meeting days per year"), in.tr("Year"), visit),
                 when(page.unplaced_before + page.unplaced_after > 0,
                      [&] {
                          return p(in.tr("Meetings without a place: {before} before, {after} after.",
                                         {{"before", in.number(page.unplaced_before)},
                                          {"after", in.number(page.unplaced_after)}}));
                      }),
                 clashes(page, visit), h2(in.tr("Burden in an average year")),
                 before_after(page, "burden", in.tr("Under the assumptions of the page of burdens"),
                              in.tr("Figure"), visit),
                 p(a(href(without(page, {})), in.tr("Address of this result, to be shared"))));
}

} // namespace

Screen draw_trying(const TryingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        in.tr("Change clauses: {charter}", {{"charter", page.title}}),
        in.tr("Change a clause and see what becomes of the calendar, of the burden and of contradictions. "
              "Nothing is kept, and nothing is put in anybody's mouth: the address holds the changes."),
        page.charter, page.title, visit);
    if (!std::ranges::all_of(page.changes, &std::string::empty, &ChangeRow::problem)) screen.status = 422;
    screen.body = group(
        page_head(screen), running_links(page.charter, "try", visit), changes_table(page, visit),
        page.chosen.empty() ? choosing_form(page, visit) : value_form(page, visit), results(page, visit));
    return screen;
}

} // namespace poa::charter
