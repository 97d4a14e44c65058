// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_items.hpp"
#include "capabilities/national_reports/pages_progress_drawing.hpp"
#include "web/html.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html answer_of(const ItemAnswerRow& row) {
    return group(
        dt(lang(row.language), dir("auto"), row.label),
        dd(p(dir("auto"), row.answer), when(!row.note.empty(), [&] { return p(dir("auto"), row.note); })));
}

/// Rows of one State, and of each of its reports under its own head.
Html reports_of(const ItemReportsPage& page, const Visit& visit) {
    Html made;
    for (std::size_t i = 0; i < page.rows.size();) {
        const ItemAnswerRow& first = page.rows[i];
        Html answers;
        for (; i < page.rows.size() && page.rows[i].address == first.address &&
               page.rows[i].survey == first.survey;
             ++i)
            answers += answer_of(page.rows[i]);
        made += section(h2(bdi(first.name)),
                        p(css("muted"),
                          a(href(address_of(first.address)),
                            visit.in.tr("Report for {year}", {{"year", std::to_string(first.year)}})),
                          ", ", bdi(first.survey_title)),
                        dl(css("facts"), answers));
    }
    return made;
}

Html indicators_of(const ItemReportsPage& page, const Visit& visit) {
    if (page.indicators.empty()) return {};
    return nav(aria_label(visit.in.tr("What the answers add up to")),
               p(visit.in.tr("What the answers add up to"), ": ",
                 each(page.indicators, [](const ItemIndicator& indicator) {
                     return group(a(href(address_of(indicator.address)), indicator.title), " ");
                 })));
}

Html page_links(const ItemReportsPage& page, const Url& here, const Visit& visit) {
    if (page.pages == 1) return {};
    const auto& in = visit.in;
    const auto to = [&](std::int64_t number) { return href(here.with("page", std::to_string(number))); };
    return nav(aria_label(in.tr("Pages")),
               p(when(page.page > 1, [&] { return a(to(page.page - 1), in.tr("Previous")); }), " ",
                 in.tr("Page {page} of {pages}",
                       {{"page", std::to_string(page.page)}, {"pages", std::to_string(page.pages)}}),
                 " ", when(page.page < page.pages, [&] { return a(to(page.page + 1), in.tr("Next")); })));
}

} // namespace

Screen draw_item_reports(const ItemReportsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url here = Url::of("reports", "items", page.item);
    Screen screen = begin_adding_up(
        in.tr("What States report: {item}", {{"item", page.title}}),
        in.tr("The newest report of each State that shares an answer with you, in the State's own words. "
              "Reporting is voluntary: who is not here has no report, and nothing follows from it."));
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")}};
    screen.body = group(h1(css("page-title"), screen.title), p(css("page-lead"), screen.description),
                        p(a(href(Url::of("acquis", page.item)), in.tr("The text, and everything about it"))),
                        indicators_of(page, visit),
                        page.states == 0 ? Html(p(in.tr("No report that you may read answers this yet.")))
                                         : Html(p(in.tr_n("{n} State", "{n} States", page.states))),
                        reports_of(page, visit), page_links(page, here, visit));
    screen.other_faces = {{"JSON", here}, {"CSV", here}};
    return screen;
}

} // namespace poa::national_reports
