// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_agreed_drawing.hpp"

#include "web/frame.hpp"
#include "web/html.hpp"

#include <algorithm>
#include <iterator>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

/// The item's own address, on the day asked about.
Html item_link(const std::string& address, const std::string& words, const std::string& language,
               const DayAsked& asked) {
    auto url = Url::same_site(address);
    if (!url) return bdi(words);
    return a(href(std::move(*url).with("day", day_parameter(asked))),
             bdi(lang(language, !language.empty()), words));
}

Url kind_url(AgreedKind kind, const DayAsked& asked) {
    return Url::of("agreed", name_of(kind)).with("day", day_parameter(asked));
}

std::string standing_words(const AgreedLine& row, const Visit& visit) {
    const auto& in = visit.in;
    if (!row.holds_until) return std::string(in.tr("holds"));
    const std::string day = in.day(*row.holds_until);
    return row.lapsed ? in.tr("lapsed after {day}: nobody confirmed it", {{"day", day}})
                      : in.tr("holds until {day} unless it is confirmed", {{"day", day}});
}

bool must_be_confirmed(const std::vector<AgreedLine>& rows) {
    return std::ranges::any_of(rows, [](const AgreedLine& row) { return row.holds_until.has_value(); });
}

Html line_row(const AgreedLine& row, bool with_standing, const DayAsked& asked, const Visit& visit) {
    const auto& in = visit.in;
    Html standing;
    if (with_standing) {
        const std::string words = standing_words(row, visit);
        standing = td(data_label(in.tr("Standing")), row.lapsed ? Html(strong(words)) : Html(span(words)));
    }
    return tr(th(scope("row"), item_link(row.address, row.title, row.language, asked)),
              td(data_label(in.tr("Since")), in.day(row.since)),
              td(data_label(in.tr("Decision")), decision_link(row.decision, row.symbol)),
              td(data_label(in.tr("Version")), row.version), standing);
}

Html lines_table(const std::vector<AgreedLine>& rows, std::string_view title, const DayAsked& asked,
                 const Visit& visit) {
    const auto& in = visit.in;
    const bool with_standing = must_be_confirmed(rows);
    Html lines;
    for (const AgreedLine& row : rows) lines += line_row(row, with_standing, asked, visit);
    const std::string words =
        in.tr("{kind}: what holds on {day}", {{"kind", title}, {"day", in.day(asked.day)}});
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Since")),
                          th(scope("col"), in.tr("Decision")), th(scope("col"), in.tr("Version")),
                          when(with_standing, [&] { return th(scope("col"), in.tr("Standing")); }))),
                 tbody(lines));
}

std::string_view group_standing(std::string_view standing, const Visit& visit) {
    if (standing == "to_come") return visit.in.tr("has not begun");
    return standing == "over" ? visit.in.tr("has ended") : visit.in.tr("at work");
}

Html group_row(const GroupLine& row, const DayAsked& asked, const Visit& visit) {
    const auto& in = visit.in;
    const Html by = row.decision > 0 ? decision_link(row.decision, row.symbol)
                                     : Html(a(href(Url("/charters/in-force")), in.tr("the charter")));
    return tr(
        th(scope("row"), item_link(row.address, row.title, {}, asked)),
        td(data_label(in.tr("Topic")), bdi(row.topic)), td(data_label(in.tr("First day")), in.day(row.first)),
        td(data_label(in.tr("Last day")), row.last ? in.day(*row.last) : std::string(in.tr("none set"))),
        td(data_label(in.tr("Standing")), group_standing(row.standing, visit)),
        td(data_label(in.tr("Made by")), by));
}

Html groups_table(const std::vector<GroupLine>& groups, const DayAsked& asked, const Visit& visit) {
    const auto& in = visit.in;
    if (groups.empty()) return p(in.tr("There is no working group."));
    Html rows;
    for (const GroupLine& row : groups) rows += group_row(row, asked, visit);
    const std::string words =
        in.tr("Working groups of the charter and of decisions, as of {day}", {{"day", in.day(asked.day)}});
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("Group")), th(scope("col"), in.tr("Topic")),
                          th(scope("col"), in.tr("First day")), th(scope("col"), in.tr("Last day")),
                          th(scope("col"), in.tr("Standing")), th(scope("col"), in.tr("Made by")))),
                 tbody(rows));
}

std::string_view term_standing(std::string_view standing, const Visit& visit) {
    if (standing == "to_come") return visit.in.tr("elected, not yet in office");
    return standing == "over" ? visit.in.tr("term over") : visit.in.tr("in office");
}

std::string day_or_nothing(const std::optional<Day>& day, const Visit& visit) {
    return day ? visit.in.day(*day) : std::string();
}

Html office_row(const OfficeLine& row, const DayAsked& asked, const Visit& visit) {
    const auto& in = visit.in;
    const std::string office = row.group.empty() ? row.office : row.office + " · " + row.group;
    return tr(th(scope("row"), item_link(row.address, office, {}, asked)),
              td(data_label(in.tr("Person")), bdi(row.person)),
              td(data_label(in.tr("State")), bdi(row.state_name)),
              td(data_label(in.tr("First day")), day_or_nothing(row.first, visit)),
              td(data_label(in.tr("Last day")), day_or_nothing(row.last, visit)),
              td(data_label(in.tr("Standing")), term_standing(row.standing, visit)),
              td(data_label(in.tr("Decision")), decision_link(row.decision, row.symbol)));
}

Html offices_table(const std::vector<OfficeLine>& offices, std::string_view words, const DayAsked& asked,
                   const Visit& visit) {
    const auto& in = visit.in;
    if (offices.empty()) return p(in.tr("Nobody holds an office."));
    Html rows;
    for (const OfficeLine& row : offices) rows += office_row(row, asked, visit);
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("Office")), th(scope("col"), in.tr("Person")),
                          th(scope("col"), in.tr("State")), th(scope("col"), in.tr("First day")),
                          th(scope("col"), in.tr("Last day")), th(scope("col"), in.tr("Standing")),
                          th(scope("col"), in.tr("Decision")))),
                 tbody(rows));
}

Html held_offices(const std::vector<OfficeLine>& offices, const DayAsked& asked, const Visit& visit) {
    const std::string words = visit.in.tr("Who holds an office on {day}", {{"day", visit.in.day(asked.day)}});
    return offices_table(offices, words, asked, visit);
}

Html ended_table(const AgreedKindPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.ended.empty()) return {};
    Html rows;
    for (const EndedLine& row : page.ended)
        rows += tr(th(scope("row"), item_link(row.address, row.title, row.language, page.asked)),
                   td(data_label(in.tr("Ended on")), in.day(row.ended)),
                   td(data_label(in.tr("Decision that ended it")), decision_link(row.decision, row.symbol)));
    return section(h2(in.tr("What holds no more")),
                   table(css("table table-list"), caption(in.tr("Ended by a decision; the record stays")),
                         thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Ended on")),
                                  th(scope("col"), in.tr("Decision that ended it")))),
                         tbody(rows)));
}

/// Groups and offices have tables of their own.
bool has_own_table(AgreedKind kind) {
    return kind == AgreedKind::group || kind == AgreedKind::office;
}

Html kind_section(const AgreedPage& page, AgreedKind kind, const Visit& visit) {
    std::vector<AgreedLine> rows;
    std::ranges::copy_if(page.rows, std::back_inserter(rows),
                         [kind](const AgreedLine& row) { return row.kind == kind; });
    if (rows.empty()) return {};
    const std::string_view words = visit.in.tr(title_of(kind));
    return section(h2(id(name_of(kind)), a(href(kind_url(kind, page.asked)), words)),
                   lines_table(rows, words, page.asked, visit));
}

Html kinds_nav(const DayAsked& asked, const Visit& visit) {
    Html links;
    for (AgreedKind kind : all_agreed_kinds())
        links += li(a(href(kind_url(kind, asked)), visit.in.tr(title_of(kind))));
    return nav(aria_label(visit.in.tr("Kinds of what is agreed")), ul(css("button-list"), links));
}

void add_faces(Screen& screen, const Visit& visit, bool is_list) {
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    if (is_list) screen.other_faces.emplace_back("CSV", web::here_with(visit, "format", "csv"));
}

} // namespace

Html decision_link(std::int64_t decision, std::string_view symbol) {
    return a(href(Url::of("decisions", std::to_string(decision))), bdi(symbol));
}

std::string day_parameter(const DayAsked& asked) {
    return asked.is_past || asked.is_to_come ? asked.day.iso() : std::string();
}

Html day_notice(const DayAsked& asked, const Visit& visit) {
    const auto& in = visit.in;
    if (!asked.is_past && !asked.is_to_come) return {};
    const std::string day = in.day(asked.day);
    const std::string words =
        asked.is_past ? in.tr("This is the record as it stood on {day}.", {{"day", day}})
                      : in.tr("This is what is decided so far for {day}; decisions to come may change it.",
                              {{"day", day}});
    return p(css("notice notice-caution"), words, " ",
             a(href(web::here_with(visit, "day", "")), in.tr("As it stands today")));
}

Html day_form(const DayAsked& asked, const Url& address, const Visit& visit) {
    const auto& in = visit.in;
    return form(css("filters"), method("get"), action(address),
                div(css("field"), label(css("form-label"), for_("day"), in.tr("As it stood on")),
                    input(css("form-control"), id("day"), name("day"), type("date"), value(asked.day.iso()))),
                button(css("btn btn-secondary"), type("submit"), in.tr("Show")));
}

Screen agreed_screen(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "decisions";
    screen.crumbs = {{std::string(visit.in.tr("Decisions")), Url("/decisions")},
                     {std::string(visit.in.tr("What is agreed")), Url("/agreed")}};
    screen.body = std::move(body);
    return screen;
}

Screen draw_agreed(const AgreedPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html sections;
    for (AgreedKind kind : all_agreed_kinds())
        if (!has_own_table(kind)) sections += kind_section(page, kind, visit);
    if (sections.empty()) sections = p(in.tr("No decision has agreed anything that holds on that day."));
    Screen screen = agreed_screen(
        visit, std::string(in.tr("What is agreed")),
        group(h1(css("page-title"), in.tr("What is agreed")),
              p(css("page-lead"),
                in.tr("Everything the mechanism agreed that holds, each by the decision that made it: "
                      "politically, not legally, binding.")),
              day_notice(page.asked, visit), day_form(page.asked, Url("/agreed"), visit),
              kinds_nav(page.asked, visit), sections,
              section(h2(id("group"), a(href(kind_url(AgreedKind::group, page.asked)),
                                        in.tr(title_of(AgreedKind::group)))),
                      groups_table(page.groups, page.asked, visit)),
              section(h2(id("office"), a(href(kind_url(AgreedKind::office, page.asked)),
                                         in.tr(title_of(AgreedKind::office)))),
                      held_offices(page.offices, page.asked, visit)),
              p(a(href(Url("/activity")), in.tr("What was done in a year"))),
              p(a(href(Url("/decisions/founding")), in.tr("How the mechanism is founded")))));
    screen.crumbs.pop_back();
    add_faces(screen, visit, true);
    return screen;
}

Screen draw_agreed_kind(const AgreedKindPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html list;
    if (page.kind == AgreedKind::group)
        list = groups_table(page.groups, page.asked, visit);
    else if (page.kind == AgreedKind::office)
        list = offices_table(page.offices, in.tr("All terms, newest first"), page.asked, visit);
    else if (page.rows.empty())
        list = p(in.tr("Nothing of this kind holds on that day."));
    else
        list = lines_table(page.rows, page.title, page.asked, visit);
    Screen screen = agreed_screen(visit, page.title,
                                  group(h1(css("page-title"), page.title), day_notice(page.asked, visit),
                                        day_form(page.asked, Url::of("agreed", name_of(page.kind)), visit),
                                        list, ended_table(page, visit)));
    add_faces(screen, visit, true);
    return screen;
}

} // namespace poa::decisions
