// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_comparing_drawing.hpp"

#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

using namespace web::drawing;

using Charters = std::vector<ComparedCharterRow>;
using Ids = std::vector<std::string>;

/// Titles with links to the clause.
Html sayers(const Ids& ids, const Charters& charters, const std::string& number) {
    Html out;
    for (const std::string& id : ids) {
        auto row = std::ranges::find(charters, id, &ComparedCharterRow::id);
        if (row == charters.end()) continue;
        if (!out.empty()) out += group(" · ");
        if (row->address.empty())
            out += bdi(row->title);
        else
            out +=
                a(href(Url::of("charters", id).at(clause_anchor(number))), lang(row->language), row->title);
    }
    return out.empty() ? out : Html(span(out)); // one part, also where the cell is laid out in columns
}

Html names(std::string_view words, const Ids& names, const Visit& visit) {
    if (names.empty()) return {};
    Html list;
    for (const std::string& name : names) {
        if (!list.empty()) list += group(visit.in.tr_c("between the items of a list", "; "));
        list += bdi(name);
    }
    return p(words, " ", list);
}

Html voices(const ComparedValueRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const auto can = static_cast<std::int64_t>(row.names_can.size());
    const auto all = can + static_cast<std::int64_t>(row.names_cannot.size());
    return details(
        summary(
            in.tr("Of the views that speak of it, this is asked for or can be lived with by {n} of {all}.",
                  {{"n", in.number(can)}, {"all", in.number(all)}})),
        names(in.tr("Ask for this, or can live with it:"), row.names_can, visit),
        names(in.tr("Ask for something else:"), row.names_cannot, visit));
}

Html value_cell(const ComparedValueRow& row, const Visit& visit) {
    Html made = value_words(row.items);
    if (row.is_nearest && !row.is_shared)
        made += p(strong(visit.in.tr("Nearest common ground of these charters")));
    if (row.is_most_voiced) made += voices(row, visit);
    return made;
}

Html not_said(const ComparedValueRow& row, const Charters& charters, const Visit& visit) {
    const auto& in = visit.in;
    Html made;
    if (!row.inherited_by.empty()) made += div(sayers(row.inherited_by, charters, row.number));
    if (!row.assumed_by.empty())
        made +=
            div(in.tr("Chosen so that it can be run:"), " ", sayers(row.assumed_by, charters, row.number));
    return made.empty() ? made : Html(div(made));
}

Html asked(const ComparedValueRow& row, const Charters& charters, const Visit& visit) {
    Html made = sayers(row.asked_by, charters, row.number);
    if (!row.known_of.empty())
        made += div(visit.in.tr("Known from elsewhere:"), " ", sayers(row.known_of, charters, row.number));
    return made.empty() ? made : Html(div(made));
}

Html value_row(const ComparedValueRow& row, const Charters& charters, const Visit& visit) {
    const auto& in = visit.in;
    return tr(css("clause-inherited", row.asked_by.empty() && row.known_of.empty()),
              td(data_label(in.tr("Value")), div(value_cell(row, visit))),
              td(data_label(in.tr("Asked for by")), asked(row, charters, visit)),
              td(data_label(in.tr("Can live with it")), sayers(row.accepted_by, charters, row.number)),
              td(data_label(in.tr("Silent, taken from another")), not_said(row, charters, visit)));
}

Html choosing(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto tick = [&](const std::string& id_, std::string_view language, std::string_view title) {
        const bool is_chosen =
            std::ranges::find(page.charters, id_, &ComparedCharterRow::id) != page.charters.end();
        return Html(
            li(input(type("checkbox"), name("charter"), id("charter-" + id_), value(id_), checked(is_chosen)),
               " ", label(for_("charter-" + id_), lang(language), title)));
    };
    Html groups;
    if (page.has_in_force)
        groups += ul(css("ticks"), tick(std::string(in_force_id), in.code(), in.tr("The charter in force")));
    for (std::string_view kind : {"agreed", "proposal", "continuation", "precedent"}) {
        Html items;
        for (const CharterRow& row : page.choices)
            if (row.kind == kind) items += tick(row.id, row.language, row.title);
        if (!items.empty()) groups += fieldset(legend(kind_words(kind, visit.in)), ul(css("ticks"), items));
    }
    return groups;
}

Html filters(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const bool is_compared = page.charters.size() > 1;
    return group(
        div(css("field"), label(css("form-label"), for_("differing"), in.tr("Clauses")),
            select_(css("form-select"), id("differing"), name("differing"),
                    option(value("yes"), selected(page.only_differing), in.tr("Only where they differ")),
                    option(value("no"), selected(is_compared && !page.only_differing), in.tr("All")))),
        div(css("field form-check"),
            label(css("form-label"), for_("said"), in.tr("Only what papers speak of")),
            input(css("form-check-input"), type("checkbox"), name("said"), id("said"), value("1"),
                  checked(page.only_said))));
}

Html problems(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html items;
    for (const std::string& unknown : page.unknown)
        items += li(in.tr("There is no charter “{id}”.", {{"id", unknown}}));
    if (page.unknown.empty() && page.charters.size() == 1) items += li(in.tr("Choose at least one more."));
    return items.empty() ? Html() : Html(div(css("notice notice-problem"), role("alert"), ul(items)));
}

Html form_of(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(css("form"), method("get"), action(Url("/charters/compare")),
                details(css("ticks-frame"), open(page.rows.empty() && page.sections.empty()),
                        summary(in.tr("Charters to put side by side")), choosing(page, visit)),
                filters(page, visit),
                button(css("btn btn-primary"), type("submit"), in.tr("Put side by side")));
}

Html summary_of(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html titles;
    for (const ComparedCharterRow& row : page.charters) {
        if (!titles.empty()) titles += group(" · ");
        titles += a(href(local_url(row.address)), lang(row.language), row.title);
    }
    return group(p(titles),
                 p(in.tr_n("They share {n} clause.", "They share {n} clauses.", page.shared), " ",
                   in.tr_n("They differ in {n} clause.", "They differ in {n} clauses.", page.differing)));
}

Html section_list(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto row_of = [&](const ComparedSectionRow& row) {
        return tr(th(scope("row"), data_label(in.tr("Section")),
                     a(href(web::here_with(visit, "section", row.key)),
                       aria_current("true", row.key == page.section), row.number, ". ", row.title)),
                  td(css("number"), data_label(in.tr("Shared")), row.shared),
                  td(css("number"), data_label(in.tr("Different")), row.differing),
                  td(css("number"), data_label(in.tr("Papers speak of")), row.said));
    };
    return details(
        css("ticks-frame"), open(!page.section.empty()), summary(in.tr("Clauses by section")),
        table(css("table table-list"), aria_label(in.tr("Clauses by section")),
              thead(tr(th(scope("col"), in.tr("Section")), th(scope("col"), css("number"), in.tr("Shared")),
                       th(scope("col"), css("number"), in.tr("Different")),
                       th(scope("col"), css("number"), in.tr("Papers speak of")))),
              tbody(each(page.sections, row_of))),
        p(a(href(web::here_with(visit, "section", "all")), in.tr("All sections on one page"))));
}

Html result_of(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.charters.size() < 2) return {};
    Html title;
    for (const ComparedSectionRow& row : page.sections)
        if (row.key == page.section) title = h2(row.number, ". ", row.title);
    if (page.section.empty()) title = h2(in.tr("Clause by clause"));
    return group(
        h2(in.tr("In short")), summary_of(page, visit), section_list(page, visit), title,
        page.rows.empty() ? Html(p(in.tr("Nothing here with what was chosen.")))
                          : compared_tables(page.charters, page.rows, visit),
        p(css("muted"),
          in.tr("Charters stand in the order they were chosen in. Nearest common ground is the value that "
                "most of the charters chosen ask for or can live with; views on the record are "
                "counted by State. Neither says what is right.")));
}

} // namespace

Html compared_tables(const Charters& charters, const std::vector<ComparedValueRow>& rows,
                     const Visit& visit) {
    const auto& in = visit.in;
    Html bodies;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        Html values;
        for (; last < rows.size() && rows[last].number == rows[first].number; ++last)
            values += value_row(rows[last], charters, visit);
        bodies += tbody(tr(css("clause-head"), th(scope("rowgroup"), colspan(4),
                                                  id("d" + clause_anchor(rows[first].number).substr(1)),
                                                  rows[first].number, " ", rows[first].title)),
                        values);
        first = last;
    }
    return table(css("table table-list compared"),
                 thead(tr(th(scope("col"), in.tr("Value")), th(scope("col"), in.tr("Asked for by")),
                          th(scope("col"), in.tr("Can live with it")),
                          th(scope("col"), in.tr("Silent, taken from another")))),
                 bodies);
}

Screen draw_comparison(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        std::string(in.tr("Charters side by side")),
        in.tr("Clause by clause: who asks for which value, who can live with it, and who says nothing."), {},
        {}, visit);
    if (!page.unknown.empty()) screen.status = 422;
    screen.body =
        group(page_head(screen), problems(page, visit), form_of(page, visit), result_of(page, visit));
    return screen;
}

} // namespace poa::charter
