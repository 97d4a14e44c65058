// SPDX-License-Identifier: Apache-2.0
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

constexpr std::array kinds{std::string_view("agreed"), std::string_view("proposal"),
                           std::string_view("continuation"), std::string_view("precedent"),
                           std::string_view("own")};

std::string reason_words(std::string_view reason, const Visit& visit) {
    return std::string(reason == "founding" ? visit.in.tr("the founding of the mechanism") : reason);
}

Html in_force_words(const InForceRow& row, const Visit& visit) {
    const auto& in = visit.in;
    return group(in.tr("Version {version}, in force since {day}.",
                       {{"version", std::to_string(row.version)}, {"day", in.day(row.since)}}),
                 " ",
                 in.tr("It came into force by: {reason}.", {{"reason", reason_words(row.reason, visit)}}));
}

Html in_force_section(const ChartersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (!page.in_force)
        return section(h2(in.tr("The charter in force")), p(css("notice"), in.tr("No charter is in force.")));
    return section(
        h2(in.tr("The charter in force")),
        p(css("notice notice-good"),
          a(href(Url::of("charters", in_force_id)), lang(page.in_force->language), page.in_force->title),
          ". ", in_force_words(*page.in_force, visit)),
        p(a(href(Url("/charters/versions")), in.tr("All versions it has had"))));
}

Html charter_links(const CharterRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const Url base = Url::of("charters", row.id);
    return group(a(href(base.below("calendar")), in.tr("Calendar")), " · ",
                 a(href(base.below("try")), in.tr("Change a clause")), " · ",
                 a(href(base.below("simulation")), in.tr("Simulation")), " · ",
                 a(href(base.below("text")), "YAML"));
}

Html charters_of_kind(const ChartersPage& page, std::string_view kind, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const CharterRow& row : page.rows)
        if (row.kind == kind)
            rows += tr(th(scope("row"), data_label(in.tr("Charter")),
                          a(href(Url::of("charters", row.id)), lang(row.language), row.title)),
                       td(data_label(in.tr("Whose paper")),
                          row.authors.empty() ? Html() : Html(span(author_links(row.authors)))),
                       td(css("number"), data_label(in.tr("Clauses it speaks of")), row.clauses),
                       td(data_label(in.tr("See also")), span(charter_links(row, visit))));
    if (rows.empty()) return {};
    return table(css("table table-list"), caption(kind_words(kind, visit.in)),
                 thead(tr(th(scope("col"), in.tr("Charter")), th(scope("col"), in.tr("Whose paper")),
                          th(scope("col"), css("number"), in.tr("Clauses it speaks of")),
                          th(scope("col"), in.tr("See also")))),
                 tbody(rows));
}

Html more_on_charters(const Visit& visit) {
    const auto& in = visit.in;
    return nav(css("parts"), aria_label(in.tr("More on charters")),
               ul(css("download-links"),
                  li(a(href(Url("/charters/compare")), in.tr("Put charters side by side"))),
                  li(a(href(Url("/charters/burden")), in.tr("Burden of all charters"))),
                  li(a(href(Url("/charters/read")), in.tr("Read a charter of your own"))),
                  li(a(href(Url("/charters/processes")), in.tr("Processes on the same matter")))));
}

Html facts_of(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html facts;
    if (!page.authors.empty()) facts += div(dt(in.tr("Whose paper")), dd(author_links(page.authors)));
    if (!page.source.empty()) facts += div(dt(in.tr("Read in")), dd(bdi(page.source)));
    std::int64_t said = 0, all = 0;
    for (const SectionRow& row : page.sections) said += row.said, all += row.clauses;
    facts +=
        div(dt(in.tr("Clauses it speaks of")),
            dd(in.tr("{said} of {all}", {{"said", std::to_string(said)}, {"all", std::to_string(all)}})));
    for (const BaseRow& base : page.bases)
        facts += div(dt(in.tr("The rest is taken from")),
                     dd(base.address.empty()
                            ? Html(bdi(base.title))
                            : Html(a(href(local_url(base.address)), lang(base.language), base.title))));
    return dl(css("facts"), facts);
}

Html page_links(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url base = Url::of("charters", page.id);
    return nav(
        css("parts"), aria_label(in.tr("More on this charter")),
        ul(css("download-links"), li(a(href(base.below("calendar")), in.tr("Calendar"))),
           li(a(href(base.below("try")), in.tr("Change a clause and see"))),
           li(a(href(base.below("simulation")), in.tr("Simulation"))),
           li(a(href(Url("/charters/burden")), in.tr("Burden of all charters"))),
           li(a(href(Url("/charters/compare").with("charters", page.id)), in.tr("Put it beside others"))),
           li(a(href(base.below("text")), in.tr("Its text (YAML)")))));
}

} // namespace

Html author_links(const std::vector<AuthorRow>& authors) {
    Html out;
    for (const AuthorRow& author : authors) {
        if (!out.empty()) out += group(" · ");
        if (author.address.empty())
            out += bdi(author.name);
        else
            out += a(href(local_url(author.address)), bdi(author.name));
    }
    return out;
}

Html reading_notice(std::string_view kind, const Visit& visit) {
    const auto& in = visit.in;
    if (kind == "own") return {};
    const std::string_view words =
        kind == "agreed"
            ? in.tr("This is a reading of the agreed texts by the editors of this platform, made so that "
                    "they can be run. Where it differs from the texts, the texts hold.")
        : kind == "proposal"
            ? in.tr("This is a reading of the paper by the editors of this platform, made so that proposals "
                    "can be compared and run. It is no text of whoever wrote the paper, and binds nobody. "
                    "Each clause leads to the passage it was read in.")
            : in.tr("This is a reading of public texts by the editors of this platform, made so that it can "
                    "be compared with proposals and run. It binds nobody.");
    return p(css("notice notice-caution"), words);
}

Screen draw_charters(const ChartersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        std::string(in.tr("Charters")),
        in.tr("The mechanism's rules as one document that can be read, compared and run: the one in force, "
              "what was agreed, and what papers propose."),
        {}, {}, visit);
    screen.crumbs.clear();
    Html shipped;
    for (std::string_view kind : kinds) shipped += charters_of_kind(page, kind, visit);
    screen.body = group(
        page_head(screen), more_on_charters(visit), in_force_section(page, visit),
        h2(in.tr("Charters that can be compared")),
        p(in.tr_n("Every charter says something on {n} clause.",
                  "Every charter says something on {n} clauses.", page.clauses),
          " ",
          in.tr(
              "What a paper does not speak of is taken from the agreed mechanism and shown as such; it is "
              "never put in a State's mouth. How many clauses a paper speaks of says nothing of its worth.")),
        shipped);
    return screen;
}

Screen draw_charter(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        page.title, in.tr("Every clause with its value and where it comes from."), {}, {}, visit);
    screen.has_table_of_contents = true;
    Html standing;
    if (page.in_force) standing = p(css("notice notice-good"), in_force_words(*page.in_force, visit));
    screen.body =
        group(h1(css("page-title"), lang(page.language), page.title), p(css("page-lead"), screen.description),
              standing, when(!page.in_force, [&] { return reading_notice(page.kind, visit); }),
              when(!page.about.empty(), [&] { return p(lang("en"), dir("auto"), page.about); }),
              facts_of(page, visit), page_links(page, visit), clauses_of(page, visit));
    return screen;
}

} // namespace poa::charter
