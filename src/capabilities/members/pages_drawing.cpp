// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/pages_drawing.hpp"

#include <map>

namespace poa::members {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr int cell = 28; // pixels of the drawing; the style sheet scales it
constexpr int gap = 1;

Url state_url(const StateRow& row) {
    return Url::of("states", row.address.substr(row.address.rfind('/') + 1));
}

/// East is right in every language: the map is not mirrored. Each tile is a link; the table beside it says
/// the same.
Html draw_map(const StatesPage& page, const Visit& visit) {
    std::map<std::string_view, const StateRow*> rows;
    for (const StateRow& row : page.rows) rows[row.iso3] = &row;
    auto tile = [&](const TileRow& place) -> Html {
        auto found = rows.find(place.iso3);
        if (found == rows.end()) return {};
        const StateRow& state = *found->second;
        auto left = (place.column - 1) * cell + gap, top = (place.row - 1) * cell + gap;
        std::string words = visit.in.tr_n("{n} thing on the record", "{n} things on the record", state.held);
        return a(css(state.held > 0 ? "tile tile-has" : "tile tile-none"), href(state_url(state)),
                 svg_title(state.name, ": ", words),
                 rect(x(left), y(top), width(cell - 2 * gap), height(cell - 2 * gap), rx(2)),
                 svg_text(x(left + (cell - 2 * gap) / 2), y(top + (cell - 2 * gap) / 2), state.iso3));
    };
    std::string box = fmt::format("0 0 {} {}", page.columns * cell, page.tile_rows * cell);
    std::string label =
        std::string(visit.in.tr("Map: one State, one tile, all the same size; no borders are drawn"));
    auto key = [&](std::string_view tile_class, std::string_view meaning) {
        return li(svg(view_box("0 0 28 28"), aria_hidden("true"),
                      svg_group(css(tile_class), rect(x(1), y(1), width(26), height(26), rx(2)))),
                  " ", meaning);
    };
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(label),
                     svg(css("tile-map"), view_box(box), each(page.tiles, tile))),
                 ul(css("tile-legend"), key("tile tile-has", visit.in.tr("Something on the record")),
                    key("tile tile-none", visit.in.tr("Nothing on the record yet"))));
}

Html draw_filter(const StatesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(
        css("filters"), method("get"), action(Url("/states")),
        div(css("field"), label(css("form-label"), for_("group"), in.tr("Group")),
            select_(css("form-select"), id("group"), name("group"), option(value(""), in.tr("All States")),
                    each(page.groups,
                         [&](const GroupRow& row) {
                             return option(value(row.key), selected(row.key == page.group), row.name, " (",
                                           row.states, ")");
                         }))),
        div(css("field"), label(css("form-label"), for_("day"), in.tr("As of")),
            input(css("form-control"), id("day"), name("day"), type("date"), value(page.day.iso()))),
        button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

Html draw_table(const StatesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    std::map<std::string_view, std::string_view> names;
    for (const GroupRow& row : page.groups) names[row.key] = row.name;
    auto groups_of = [&](const StateRow& row) {
        std::string text;
        for (const std::string& each_key : row.groups) {
            if (!text.empty()) text += ", ";
            text += names.contains(each_key) ? names.at(each_key) : std::string_view(each_key);
        }
        return text;
    };
    return table(
        css("table table-list"), data_sortable(),
        caption(in.tr_n("{n} State", "{n} States", static_cast<std::int64_t>(page.rows.size()))),
        thead(tr(th(scope("col"), data_sort("text"), in.tr("State")),
                 th(scope("col"), data_sort("text"), in.tr("Code")), th(scope("col"), in.tr("Groups")),
                 th(scope("col"), css("number"), data_sort("number"), in.tr("On the record")))),
        tbody(each(page.rows, [&](const StateRow& row) {
            return tr(th(scope("row"), data_label(in.tr("State")), a(href(state_url(row)), row.name)),
                      td(data_label(in.tr("Code")), row.iso3),
                      td(data_label(in.tr("Groups")), groups_of(row)),
                      td(css("number"), data_label(in.tr("On the record")), row.held));
        })));
}

Html fact(std::string_view label, std::string_view shown) {
    return div(dt(label), dd(bdi(shown)));
}

std::string period_of(const MembershipRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string from =
        row.from ? (row.from_is_year ? std::to_string(row.from->year()) : in.day(*row.from)) : "";
    if (row.from && row.to) return in.tr("from {from} to {to}", {{"from", from}, {"to", in.day(*row.to)}});
    if (row.to) return in.tr("until {to}", {{"to", in.day(*row.to)}});
    if (row.from) return in.tr("since {from}", {{"from", from}});
    return {};
}

Html draw_memberships(const StatePage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.memberships.empty()) return {};
    return table(
        css("table table-list"), caption(in.tr("Groups, each with its source")),
        thead(tr(th(scope("col"), in.tr("Group")), th(scope("col"), in.tr("Period")),
                 th(scope("col"), in.tr("Source")))),
        tbody(each(page.memberships, [&](const MembershipRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Group")), row.name,
                         when(row.role == "observer", [&] { return group(" ", in.tr("(observer)")); }),
                         when(!row.holds,
                              [&] { return group(" ", span(css("stage"), in.tr("past or to come"))); })),
                      td(data_label(in.tr("Period")), period_of(row, visit)),
                      td(data_label(in.tr("Source")), bdi(row.source),
                         when(row.certainty != "listed",
                              [&] {
                                  return group(
                                      " ", small(in.tr("(public knowledge, not checked against the list)")));
                              }),
                         when(!row.note.empty(), [&] { return group(" ", small(lang("en"), row.note)); })));
        })));
}

std::string_view kind_label(const HeldItem& item, const Visit& visit) {
    if (item.kind == "reply") return visit.in.tr("Reply");
    if (item.kind == "positions") return visit.in.tr("Positions");
    if (item.kind == "act") return visit.in.tr("Act");
    return visit.in.tr("Document");
}

Html day_of(const std::optional<Day>& day, const Visit& visit) {
    if (!day) return {};
    return time_(datetime(day->iso()), visit.in.day(*day));
}

Html draw_held(const StatePage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("Nothing yet. That is all it says."));
    return table(css("table table-list"), caption(in.tr("What the record holds of this State")),
                 thead(tr(th(scope("col"), in.tr("What")), th(scope("col"), in.tr("Kind")),
                          th(scope("col"), in.tr("Date")), th(scope("col"), in.tr("Where")))),
                 tbody(each(page.rows, [&](const HeldItem& item) {
                     auto url = Url::same_site(item.address);
                     return tr(th(scope("row"), data_label(in.tr("What")),
                                  url ? Html(a(href(*url), bdi(item.title))) : Html(bdi(item.title))),
                               td(data_label(in.tr("Kind")), kind_label(item, visit)),
                               td(data_label(in.tr("Date")), day_of(item.date, visit)),
                               td(data_label(in.tr("Where")), bdi(item.where)));
                 })));
}

Html draw_names(const StatePage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(in.tr("Names as the United Nations write them")),
                 thead(tr(th(scope("col"), in.tr("Language")), th(scope("col"), in.tr("Short name")),
                          th(scope("col"), in.tr("Formal name")))),
                 tbody(each(page.names, [&](const NameRow& row) {
                     auto language = web::parse_language(row.language);
                     return tr(
                         th(scope("row"), data_label(in.tr("Language")),
                            language ? web::own_name_of(*language) : std::string_view(row.language)),
                         td(data_label(in.tr("Short name")),
                            bdi(lang(row.language), dir(web::direction_of(row.language)), row.short_name)),
                         td(data_label(in.tr("Formal name")),
                            bdi(lang(row.language), dir(web::direction_of(row.language)), row.formal_name)));
                 })));
}

} // namespace

Screen draw_states(const StatesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("States");
    screen.section = "states";
    screen.description = in.tr("Member States and observer States, and what the record holds of each.");
    Url here = Url("/states").with("group", page.group);
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.body =
        group(h1(css("page-title"), screen.title), draw_filter(page, visit), draw_map(page, visit),
              draw_table(page, visit), p(a(href(Url("/organisations")), in.tr("Organisations and bodies"))));
    return screen;
}

Screen draw_state(const StatePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = page.name;
    screen.section = "states";
    screen.crumbs = {{std::string(in.tr("States")), Url("/states")}};
    Url here = Url::of("states", page.slug);
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.description = in.tr("What the record holds of {state}.", {{"state", page.name}});
    screen.body = group(
        h1(css("page-title"), bdi(page.name)), p(css("page-lead"), bdi(page.formal_name)),
        h2(in.tr("On the record")), draw_held(page, visit), h2(in.tr("Facts")),
        dl(css("facts"),
           fact(in.tr("Standing"), page.status == "member" ? in.tr("Member State") : in.tr("Observer State")),
           fact(in.tr("Since"), in.day(page.status_from)), fact("ISO 3166-1", page.iso3 + " · " + page.iso2),
           fact("M49", page.m49)),
        draw_memberships(page, visit), draw_names(page, visit),
        each(page.notes, [](const std::string& note) { return p(lang("en"), small(note)); }));
    return screen;
}

Screen draw_organisations(const OrganisationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Organisations and bodies");
    screen.section = "states";
    screen.crumbs = {{std::string(in.tr("States")), Url("/states")}};
    screen.other_faces = {{"JSON", Url("/organisations").with("format", "json")},
                          {"CSV", Url("/organisations").with("format", "csv")}};
    screen.body = group(
        h1(css("page-title"), screen.title),
        p(css("page-lead"),
          in.tr("Regional and international organisations and bodies named in the papers, and where.")),
        table(css("table table-list"),
              caption(in.tr_n("{n} organisation", "{n} organisations",
                              static_cast<std::int64_t>(page.rows.size()))),
              thead(tr(th(scope("col"), in.tr("Organisation")), th(scope("col"), in.tr("Kind")),
                       th(scope("col"), in.tr("Named in")))),
              tbody(each(page.rows, [&](const OrganisationRow& row) {
                  return tr(
                      id(row.key),
                      th(scope("row"), data_label(in.tr("Organisation")), bdi(row.name),
                         when(!row.abbreviation.empty(), [&] { return group(" (", row.abbreviation, ")"); })),
                      td(data_label(in.tr("Kind")), row.kind),
                      td(data_label(in.tr("Named in")),
                         ul(each(row.named_in, [](const std::string& where) { return li(bdi(where)); }))));
              }))));
    return screen;
}

} // namespace poa::members
