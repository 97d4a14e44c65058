// SPDX-License-Identifier: Apache-2.0
// Actors with their positions, and how far coders agree.
#include "capabilities/views/pages_matrix_drawing.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

namespace poa::views {
namespace {

using namespace web::drawing;

Html actor_table(const ActorsPage& page, std::string_view kind, std::string_view words, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ActorRow& row : page.rows)
        if (row.kind == kind)
            rows += tr(
                th(scope("row"), data_label(in.tr("Name")), a(href(local_url(row.address)), bdi(row.name))),
                td(data_label(in.tr("Code")), row.code),
                td(css("number"), data_label(in.tr("Questions answered")), row.answered));
    if (rows.empty()) return {};
    return table(css("table table-list"), data_sortable(), caption(words),
                 thead(tr(th(scope("col"), data_sort("text"), in.tr("Name")),
                          th(scope("col"), data_sort("text"), in.tr("Code")),
                          th(scope("col"), css("number"), in.tr("Questions answered")))),
                 tbody(rows));
}

Html positions_table(const ActorPage& page, const PillarRow& pillar, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ActorPosition& row : page.rows) {
        if (row.pillar != pillar.key) continue;
        Html own;
        if (row.origin == "own_word" || row.origin == "resolved")
            own = group(" ", span(css("stage"), origin_words(row.origin, visit)));
        rows +=
            tr(th(scope("row"), data_label(in.tr("Question")),
                  a(href(Url::of("views", "questions", row.question)), row.label)),
               td(data_label(in.tr("Answer")), span(a(href(local_url(row.address)), bdi(row.answer)), own)),
               td(data_label(in.tr("How firmly")), strength_words(row.strength, visit)),
               td(data_label(in.tr("Phrase")), when(!row.quote.empty(), [&] { return q(bdi(row.quote)); })));
    }
    if (rows.empty()) return {};
    return Html(web::html::section(
        h2(id(pillar.key), pillar.name),
        table(css("table table-list"),
              caption(in.tr("{answered} of {questions} questions answered",
                            {{"answered", std::to_string(pillar.answered)},
                             {"questions", std::to_string(pillar.questions)}})),
              thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Answer")),
                       th(scope("col"), in.tr("How firmly")), th(scope("col"), in.tr("Phrase")))),
              tbody(rows))));
}

std::string kappa_words(const std::optional<double>& kappa, const Visit& visit) {
    return kappa ? decimal(*kappa) : std::string(visit.in.tr("cannot be told"));
}

Html agreement_table(const CodersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.questions.empty()) return {};
    return table(css("table table-list"), data_sortable(), caption(in.tr("Agreement question by question")),
                 thead(tr(th(scope("col"), data_sort("text"), in.tr("Question")),
                          th(scope("col"), css("number"), data_sort("number"), in.tr("Cells both read")),
                          th(scope("col"), css("number"), data_sort("number"), in.tr("Same answer")),
                          th(scope("col"), css("number"), data_sort("number"), in.tr("Kappa of answers")),
                          th(scope("col"), css("number"), data_sort("number"), in.tr("Kappa of strengths")))),
                 tbody(each(page.questions, [&](const AgreementRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("Question")),
                                  a(href(Url::of("views", "questions", row.question)), row.label)),
                               td(css("number"), data_label(in.tr("Cells both read")), row.cells),
                               td(css("number"), data_label(in.tr("Same answer")), row.same),
                               td(css("number"), data_label(in.tr("Kappa of answers")),
                                  kappa_words(row.answers, visit)),
                               td(css("number"), data_label(in.tr("Kappa of strengths")),
                                  kappa_words(row.strengths, visit)));
                 })));
}

Html reading_cell(std::string_view answer, std::string_view strength, std::string_view coder,
                  const Visit& visit) {
    if (answer.empty()) return td(data_label(coder), visit.in.tr("found no answer"));
    return td(data_label(coder), span(bdi(answer), " (", strength_words(strength, visit), ")"));
}

Html disagreement_table(const CodersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty())
        return page.whole.cells > 0 ? Html(p(in.tr("They read every cell alike."))) : Html();
    return table(css("table table-list"), caption(in.tr("Where they differ, each with its position")),
                 thead(tr(th(scope("col"), in.tr("Position")), th(scope("col"), bdi(page.first)),
                          th(scope("col"), bdi(page.second)))),
                 tbody(each(page.rows, [&](const DisagreementRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("Position")),
                                  a(href(local_url(row.address)), row.name, ": ", row.label)),
                               reading_cell(row.first, row.first_strength, page.first, visit),
                               reading_cell(row.second, row.second_strength, page.second, visit));
                 })));
}

Html compared_coders(const CodersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.first.empty())
        return p(css("notice"),
                 page.coders.empty()
                     ? in.tr("No readings are on the record yet.")
                     : in.tr("There is only one coder so far. Agreement can be told when a second "
                             "has read the replies."));
    return group(h2(id("agreement"), bdi(page.first), " / ", bdi(page.second)),
                 dl(css("facts"), div(dt(in.tr("Cells both read")), dd(page.whole.cells)),
                    div(dt(in.tr("Cells only one of them read")), dd(page.read_by_one)),
                    div(dt(in.tr("Same answer")), dd(page.whole.same)),
                    div(dt(in.tr("Kappa of answers")), dd(kappa_words(page.whole.answers, visit))),
                    div(dt(in.tr("Kappa of strengths")), dd(kappa_words(page.whole.strengths, visit)))),
                 p(css("muted"),
                   in.tr("Cohen's kappa: 1 is full agreement, 0 what chance alone would bring about. It is "
                         "taken over the cells both kept a reading of.")),
                 agreement_table(page, visit), h2(id("disagreements"), in.tr("Disagreements")),
                 disagreement_table(page, visit));
}

} // namespace

Screen draw_actors(const ActorsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen =
        begin_screen(std::string(in.tr("Who replied")),
                     in.tr("States and stakeholders whose replies were read, in alphabetical order."), visit);
    screen.body =
        group(page_head(screen),
              p(css("muted"),
                in.tr_n("Replies were read for {n} question.", "Replies were read for {n} questions.",
                        page.questions),
                " ", in.tr("How many of them a reply speaks to says nothing of its worth.")),
              actor_table(page, "state", in.tr("States"), visit),
              actor_table(page, "stakeholder", in.tr("Stakeholders, not counted among States"), visit));
    return screen;
}

Screen draw_actor(const ActorPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(in.tr("Positions of {actor}", {{"actor", page.name}}),
                                 in.tr("What was read in its reply, question by question."), visit);
    screen.crumbs.push_back({std::string(in.tr("Who replied")), Url("/views/actors")});
    screen.has_table_of_contents = true;
    Html sections;
    for (const PillarRow& pillar : page.pillars) sections += positions_table(page, pillar, visit);
    Html facts;
    facts += div(dt(in.tr("Code")), dd(page.code));
    facts += div(dt(in.tr("Kind")), dd(page.kind == "state" ? in.tr("State") : in.tr("Stakeholder")));
    if (!page.language.empty()) facts += div(dt(in.tr("Language of its paper")), dd(bdi(page.language)));
    if (page.day)
        facts += div(dt(in.tr("Date of its paper")), dd(time_(datetime(page.day->iso()), in.day(*page.day))));
    facts += div(dt(in.tr("Questions answered")),
                 dd(in.tr("{answered} of {questions}", {{"answered", std::to_string(page.answered)},
                                                        {"questions", std::to_string(page.questions)}})));
    Html state;
    if (!page.state_address.empty())
        state =
            group(a(href(local_url(page.state_address)), in.tr("What else the record holds of it")), " · ");
    screen.body = group(
        h1(css("page-title"), bdi(screen.title)), p(css("page-lead"), screen.description),
        dl(css("facts"), facts),
        p(state, a(href(Url("/views/compare").with("states", page.code)), in.tr("Put it beside others"))),
        sections);
    return screen;
}

Screen draw_coders(const CodersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(std::string(in.tr("Agreement of coders")),
                                 in.tr("How far those who read the replies read them alike."), visit);
    Html coders;
    if (!page.coders.empty())
        coders = table(
            css("table table-list"), caption(in.tr("Coders")),
            thead(tr(th(scope("col"), in.tr("Coder")), th(scope("col"), css("number"), in.tr("Readings")))),
            tbody(each(page.coders, [&](const CoderRow& row) {
                return tr(th(scope("row"), data_label(in.tr("Coder")), bdi(row.name)),
                          td(css("number"), data_label(in.tr("Readings")), row.readings));
            })));
    Html choice;
    if (page.coders.size() > 2) {
        auto field = [&](std::string_view field_name, std::string_view words,
                         std::string_view chosen) -> Html {
            return div(css("field"), label(css("form-label"), for_(field_name), words),
                       select_(css("form-select"), id(field_name), name(field_name),
                               each(page.coders, [&](const CoderRow& row) {
                                   return option(value(row.name), selected(row.name == chosen), row.name);
                               })));
        };
        choice = form(css("filters"), method("get"), action(Url("/views/coders")),
                      field("first", in.tr("First coder"), page.first),
                      field("second", in.tr("Second coder"), page.second),
                      button(css("btn btn-primary"), type("submit"), in.tr("Show")));
    }
    screen.body = group(page_head(screen), coders, choice, compared_coders(page, visit));
    return screen;
}

} // namespace poa::views
