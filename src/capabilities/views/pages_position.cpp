// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_drawing.hpp"
#include "web/drawing.hpp"

namespace poa::views {
namespace {

using namespace web::drawing;

Html passage(const PositionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.passage.empty())
        return group(p(css("notice"), in.tr("The phrase was found in no paper of this actor on the record.")),
                     p(q(page.quote)));
    const std::string_view text = page.text;
    const auto begin = static_cast<std::size_t>(page.quote_begin);
    const auto end = static_cast<std::size_t>(page.quote_end);
    const std::string place = page.document_title + ", " + page.passage_label;
    const std::string version = page.version > 0 ? std::to_string(page.version) : std::string();
    Html notes;
    if (!page.withdrawn.empty())
        notes += p(css("notice"), in.tr("The document was withdrawn on {day}.",
                                        {{"day", in.day(Day::parse(page.withdrawn).value_or(Day{}))}}));
    if (page.version > 0)
        notes +=
            p(css("notice"), in.tr("Read in version {n}; the current version no longer has these words here.",
                                   {{"n", std::to_string(page.version)}}));
    if (page.origin == "own_word" || page.origin == "withdrawn")
        notes += p(css("notice"),
                   in.tr("The actor itself has spoken: this is the passage as it was read before or "
                         "as it was named by itself."));
    return group(notes, web::html::figure(
                            css("passage"),
                            blockquote(lang(page.language), dir(web::direction_of(page.language)),
                                       text.substr(0, begin),
                                       mark(id("quote"), text.substr(begin, end - begin)), text.substr(end)),
                            figcaption(a(href(Url::of("documents", page.document, "passages", page.passage)
                                                  .with("quote", page.quote)
                                                  .with("language", page.language)
                                                  .with("version", version)
                                                  .at("quote")),
                                         place))));
}

Html readings(const PositionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.readings.size() < 2) return {};
    return web::html::section(
        h2(id("readings"), in.tr("Readings")),
        table(css("table table-list"), caption(in.tr("How each coder reads the reply")),
              thead(tr(th(scope("col"), in.tr("Coder")), th(scope("col"), in.tr("Answer")),
                       th(scope("col"), in.tr("How firmly")), th(scope("col"), in.tr("Note")))),
              tbody(each(page.readings, [&](const ReadingRow& row) {
                  return tr(
                      th(scope("row"), data_label(in.tr("Coder")), row.coder,
                         when(row.stands, [&] { return group(" ", span(css("stage"), in.tr("stands"))); })),
                      td(data_label(in.tr("Answer")), bdi(row.answer)),
                      td(data_label(in.tr("How firmly")), strength_words(row.strength, visit)),
                      td(data_label(in.tr("Note")), row.note));
              }))));
}

Html statements(const PositionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.claims.empty()) return {};
    return web::html::section(h2(id("statements"), in.tr("Statements of the summary that ask this question")),
                              ul(each(page.claims, [&](const ClaimLink& link) {
                                  return li(a(href(Url::of("views", "summary", link.id)), link.sentence));
                              })));
}

Html acts(const PositionPage& page, const Visit& visit) {
    if (visit.is_anonymous() || page.kind != "state") return {};
    const auto& in = visit.in;
    return p(css("acts"),
             a(href(Url::of("views", "positions", page.actor, page.question, "correct")),
               in.tr("Correct or withdraw this reading")),
             " · ",
             a(href(Url::of("views", "positions", page.actor, page.question, "code")),
               in.tr("Read it again as a coder")));
}

} // namespace

Screen draw_position(const PositionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = page.name + ": " + page.label;
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    if (!page.from.empty())
        screen.crumbs.push_back(
            {in.tr("Statement {id}", {{"id", page.from}}), Url::of("views", "summary", page.from)});
    else
        screen.crumbs.push_back({page.name, Url::of("views", "actors", page.actor)});
    screen.body = group(
        h1(screen.title),
        dl(css("facts"),
           div(dt(in.tr("Answer")),
               dd(page.answer.empty() ? std::string(in.tr("withdrawn: counts for nothing")) : page.answer)),
           when(page.strength != "none",
                [&] { return div(dt(in.tr("How firmly")), dd(strength_words(page.strength, visit))); }),
           div(dt(in.tr("Whose word")), dd(origin_words(page.origin, visit),
                                           when(page.origin == "reading" || page.origin == "resolved",
                                                [&] { return group(" (", bdi(page.coder), ")"); }))),
           div(dt(in.tr("Question")),
               dd(a(href(Url::of("views", "questions", page.question)), page.label),
                  when(page.description != page.label,
                       [&] { return group(" ", span(css("muted"), lang("en"), page.description)); }))),
           when(!page.note.empty(), [&] { return div(dt(in.tr("Note")), dd(lang("en"), page.note)); })),
        h2(id("passage"), in.tr("The passage it rests on")), passage(page, visit), readings(page, visit),
        acts(page, visit), statements(page, visit), when(!page.from.empty(), [&] {
            return p(a(href(Url::of("views", "summary", page.from)),
                       in.tr("Back to statement {id}", {{"id", page.from}})));
        }));
    screen.other_faces = {{"JSON", Url::of("views", "positions", page.actor, page.question)}};
    return screen;
}

} // namespace poa::views
