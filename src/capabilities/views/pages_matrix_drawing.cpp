// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_matrix_drawing.hpp"

#include "capabilities/views/pages_matrix_loading.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

using namespace web::drawing;

std::string_view strength_letter(std::string_view strength, const Visit& visit) {
    if (strength == "firm") return visit.in.tr_c("letter for a strength", "F");
    if (strength == "conditional") return visit.in.tr_c("letter for a strength", "C");
    return visit.in.tr_c("letter for a strength", "I");
}

Html legend_of_strengths(const Visit& visit) {
    Html items;
    for (std::string_view strength : {"firm", "conditional", "inferred"})
        items += li(span(css(fmt::format("strength-{}", strength)), abbr(strength_letter(strength, visit))),
                    " ", strength_words(strength, visit));
    return group(ul(css("tile-legend"), items, li(visit.in.tr("An empty cell: no answer was read."))));
}

std::string_view together_words(std::string_view together, const Visit& visit) {
    if (together == "all") return visit.in.tr("all can live with each other");
    if (together == "some") return visit.in.tr("some can live with each other");
    if (together == "none") return visit.in.tr("no two can live with each other");
    return visit.in.tr("only one answered");
}

/// The cells of a table of questions by actors; what is the same in many is made once.
class CellsTable {
  public:
    CellsTable(const MatrixCells& page, const Visit& visit, bool is_comparison)
        : page_(page), visit_(visit), is_comparison_(is_comparison) {
        for (std::string_view strength : {"firm", "conditional", "inferred"})
            marks_[strength] = {fmt::format("strength-{}", strength),
                                group("\u00a0", abbr(strength_letter(strength, visit)))};
        // Of a few actors each silence is said; of all, in thousands of cells, once above the table.
        silent_ = is_comparison ? Html(td(span(css("visually-hidden"), visit.in.tr("no answer read"))))
                                : Html(td());
    }

    [[nodiscard]] Html draw(std::string_view caption_words) {
        Html rows;
        rows.reserve(page_.rows.size() * 200 + page_.actors.size() * page_.questions.size() * 60);
        for (const MatrixQuestion& question : page_.questions) {
            add_pillar(question, rows);
            add_row(question, rows);
        }
        Html made;
        made.reserve(rows.text().size() + page_.actors.size() * 200 + 1000);
        made += div(css("matrix-frame"), tabindex(0), role("region"), aria_label(caption_words),
                    table(css("matrix"), caption(caption_words), thead(tr(head())), tbody(rows)));
        return made;
    }

  private:
    struct Mark {
        std::string css_class;
        Html letter;
    };

    [[nodiscard]] Html head() const {
        Html cells = th(scope("col"), visit_.in.tr("Question"));
        if (is_comparison_) cells += th(scope("col"), visit_.in.tr("Compatible"));
        for (const MatrixActor& actor : page_.actors)
            cells += th(scope("col"), a(href(local_url(actor.address)), title_is(actor.name), actor.code,
                                        span(css("visually-hidden"), " ", actor.name)));
        return cells;
    }
    void add_pillar(const MatrixQuestion& question, Html& rows) {
        if (question.pillar == pillar_) return;
        pillar_ = question.pillar;
        const std::size_t columns = page_.actors.size() + (is_comparison_ ? 2 : 1);
        rows += tr(css("matrix-pillar"),
                   th(scope("rowgroup"), colspan(columns), span(pillar_words(pillar_, visit_))));
    }
    void add_row(const MatrixQuestion& question, Html& rows) {
        Html cells = th(scope("row"), a(href(local_url(question.address)), question.label));
        cells.reserve(page_.actors.size() * 200 + 400);
        if (is_comparison_) cells += td(css("matrix-words"), together_words(question.together, visit_));
        for (const MatrixActor& actor : page_.actors) {
            if (next_ < page_.rows.size() && page_.rows[next_].actor.data() == actor.code.data() &&
                page_.rows[next_].question.data() == question.key.data())
                add_cell(page_.rows[next_++], cells);
            else
                cells += silent_;
        }
        rows += tr(cells);
    }
    void add_cell(const MatrixCell& cell, Html& cells) {
        const Mark& mark = marks_.at(cell.strength);
        if (cell.words > 1)
            cells += td(css(mark.css_class),
                        a(href(local_url(cell.address)), title_is(cell.answer), words_of(cell.words),
                          span(css("visually-hidden"), ": ", cell.answer)),
                        mark.letter);
        else
            cells += td(css(mark.css_class), a(href(local_url(cell.address)), cell.answer), mark.letter);
    }
    const std::string& words_of(std::int64_t words) {
        std::string& text = words_[words];
        if (text.empty()) text = visit_.in.tr_n("{n} word", "{n} words", words);
        return text;
    }

    const MatrixCells& page_;
    const Visit& visit_;
    bool is_comparison_;
    std::map<std::string_view, Mark> marks_;
    Html silent_;
    std::map<std::int64_t, std::string> words_;
    std::string_view pillar_;
    std::size_t next_ = 0;
};

Html kind_field(std::string_view chosen, const Visit& visit) {
    const auto& in = visit.in;
    return div(
        css("field"), label(css("form-label"), for_("kind"), in.tr("Who")),
        select_(css("form-select"), id("kind"), name("kind"),
                option(value(""), selected(chosen.empty() || chosen == "states"), in.tr("States")),
                option(value("stakeholders"), selected(chosen == "stakeholders"), in.tr("Stakeholders")),
                option(value("all"), selected(chosen == "all"), in.tr("All"))));
}

Html pillar_table(const MatrixPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), caption(in.tr("Choose a pillar to see who answers what")),
        thead(tr(th(scope("col"), in.tr("Pillar")), th(scope("col"), css("number"), in.tr("Questions")),
                 th(scope("col"), css("number"), in.tr("Answers read")))),
        tbody(each(page.pillars, [&](const PillarRow& row) {
            return tr(
                th(scope("row"), data_label(in.tr("Pillar")), a(href(local_url(row.address)), row.name)),
                td(css("number"), data_label(in.tr("Questions")), row.questions),
                td(css("number"), data_label(in.tr("Answers read")), row.answered));
        })));
}

Html matrix_pager(const MatrixPage& page, const Visit& visit) {
    if (!page.is_part) return {};
    const auto& in = visit.in;
    const Url here =
        Url("/views/matrix").with("group", page.group).with("pillar", page.pillar).with("kind", page.kind);
    return group(
        nav(css("pager"), aria_label(in.tr("Questions")),
            when(!page.previous.empty(),
                 [&] {
                     return a(rel("prev"), href(here.with("from", page.previous)), in.tr("Questions before"));
                 }),
            when(
                !page.next.empty(),
                [&] { return a(rel("next"), href(here.with("from", page.next)), in.tr("More questions")); })),
        p(a(href(here.with("whole", "yes")), in.tr("All of it on one page, for printing: about {n} KiB",
                                                   {{"n", std::to_string(page.kibibytes)}}))));
}

Html matrix_filter(const MatrixPage& page, const Visit& visit) {
    return form(css("filters"), method("get"), action(Url("/views/matrix")),
                when(!page.question.empty(),
                     [&] { return input(type("hidden"), name("question"), value(page.question)); }),
                when(page.question.empty(),
                     [&] {
                         return pillar_field(page.pillars, page.pillar,
                                             visit.in.tr("None: the list of pillars"), visit);
                     }),
                group_field(page.groups, page.group, visit), kind_field(page.kind, visit),
                button(css("btn btn-primary"), type("submit"), visit.in.tr("Show")));
}

} // namespace

web::Url local_url(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

std::string decimal(double number, int digits) {
    std::string text = fmt::format("{:.{}f}", number, digits);
    if (text.find_first_not_of("-0.") == std::string::npos && text.starts_with('-')) text.erase(0, 1);
    return text;
}

Screen begin_screen(std::string title, std::string_view description, const Visit& visit, bool is_list) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    screen.description = description;
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    if (is_list) screen.other_faces.emplace_back("CSV", web::here_with(visit, "format", "csv"));
    return screen;
}

Html code_links(const std::vector<std::string>& codes, const Visit& visit) {
    if (codes.empty()) return span(css("muted"), visit.in.tr("none"));
    Html out;
    for (const std::string& code : codes) {
        if (!out.empty()) out += group(" ");
        out += a(href(Url::of("views", "actors", code)), code);
    }
    return span(out); // one item where a table stacks its cells
}

Html group_field(const std::vector<GroupChoice>& groups, std::string_view chosen, const Visit& visit) {
    const auto& in = visit.in;
    return div(css("field"), label(css("form-label"), for_("group"), in.tr("Group")),
               select_(css("form-select"), id("group"), name("group"),
                       option(value(""), in.tr("All States that replied")),
                       each(groups, [&](const GroupChoice& row) {
                           return option(value(row.key), selected(row.key == chosen), row.name, " (",
                                         row.states, ")");
                       })));
}

Html pillar_field(const std::vector<PillarRow>& pillars, std::string_view chosen, std::string_view none_words,
                  const Visit& visit) {
    const auto& in = visit.in;
    return div(css("field"), label(css("form-label"), for_("pillar"), in.tr("Pillar")),
               select_(css("form-select"), id("pillar"), name("pillar"), option(value(""), none_words),
                       each(pillars,
                            [&](const PillarRow& row) {
                                return option(value(row.key), selected(row.key == chosen), row.name, " (",
                                              row.questions, ")");
                            }),
                       option(value("all"), selected(chosen == "all"), in.tr("All questions"))));
}

std::string_view kind_words(std::string_view kind, const Visit& visit) {
    if (kind == "one_of") return visit.in.tr("one of these answers");
    if (kind == "several_of") return visit.in.tr("several answers may stand together");
    if (kind == "yes_no") return visit.in.tr("yes or no");
    if (kind == "interval") return visit.in.tr("from one number to another");
    if (kind == "number") return visit.in.tr("a number");
    return visit.in.tr("in free words");
}

Screen draw_matrix(const MatrixPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen =
        begin_screen(std::string(in.tr("Matrix of positions")),
                     in.tr("Who answers what. Every answer opens to the passage it was read in."), visit);
    Html legend, cells;
    if (!page.questions.empty()) {
        const std::string words =
            in.tr_n("{n} answer", "{n} answers", static_cast<std::int64_t>(page.rows.size()));
        legend = legend_of_strengths(visit);
        cells = CellsTable(page, visit, false).draw(words);
    }
    screen.body.reserve(cells.text().size() + 20000); // one copy of a large table, not one a doubling
    screen.body += group(
        page_head(screen), matrix_filter(page, visit),
        when(!page.question.empty(),
             [&] { return p(a(href(Url("/views/matrix").with("pillar", "all")), in.tr("All questions"))); }),
        legend, cells, matrix_pager(page, visit),
        when(page.questions.empty(), [&] { return pillar_table(page, visit); }),
        p(a(href(Url("/views/matrix").with("pillar", "all")), in.tr("All questions, pillar by pillar")),
          " · ", a(href(Url("/views/questions")), in.tr("List of questions")), " · ",
          a(href(Url("/views/actors")), in.tr("List of States and stakeholders")), " · ",
          a(href(Url("/views/contradictions")), in.tr("Contradictions")), " · ",
          a(href(Url("/views/matrix.sdmx.csv")),
            in.tr("The whole matrix as a statistical table (SDMX-CSV)"))));
    return screen;
}

Screen draw_questions(const QuestionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(std::string(in.tr("Questions")),
                                 in.tr("What the replies were read for, pillar by pillar."), visit);
    Html sections;
    for (const PillarRow& pillar : page.pillars) {
        Html rows;
        for (const QuestionRow& row : page.rows)
            if (row.pillar == pillar.key)
                rows += tr(th(scope("row"), data_label(in.tr("Question")),
                              a(href(local_url(row.address)), row.label)),
                           td(data_label(in.tr("Answered")), kind_words(row.kind, visit)),
                           td(css("number"), data_label(in.tr("States")), row.states),
                           td(css("number"), data_label(in.tr("Stakeholders")), row.stakeholders));
        sections += Html(web::html::section(
            h2(id(pillar.key), pillar.name),
            table(css("table table-list"), data_sortable(),
                  caption(in.tr_n("{n} question", "{n} questions", pillar.questions), ", ",
                          in.tr_n("{n} answer", "{n} answers", pillar.answered)),
                  thead(tr(th(scope("col"), data_sort("text"), in.tr("Question")),
                           th(scope("col"), in.tr("Answered")),
                           th(scope("col"), css("number"), data_sort("number"), in.tr("States")),
                           th(scope("col"), css("number"), data_sort("number"), in.tr("Stakeholders")))),
                  tbody(rows))));
    }
    screen.has_table_of_contents = true;
    screen.body =
        group(page_head(screen),
              nav(css("contents"), aria_label(in.tr("Pillars")),
                  ul(each(page.pillars,
                          [&](const PillarRow& row) { return li(a(href(Url::here(row.key)), row.name)); }))),
              sections);
    return screen;
}

Screen draw_compare(const ComparePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen =
        begin_screen(std::string(in.tr("States side by side")),
                     in.tr("The answers of up to twelve States or stakeholders beside each other."), visit);
    std::string codes;
    for (const std::string& code : page.states) codes += (codes.empty() ? "" : ", ") + code;
    Html problems;
    for (const std::string& code : page.unknown)
        problems +=
            p(css("field-problem"), in.tr("No positions of {actor} are on the record.", {{"actor", code}}));
    if (page.is_too_many)
        problems += p(css("field-problem"), in.tr("At most {most} stand side by side. Leave some out.",
                                                  {{"most", std::to_string(compared_actors_most)}}));
    const bool is_wrong = !problems.empty();
    if (is_wrong) screen.status = 422;
    if (is_wrong) problems = Html(div(id("states-problems"), role("alert"), problems));
    Html ticks =
        ul(css("ticks"), each(page.choices, [&](const MatrixActor& actor) -> Html {
               const std::string tick = "state-" + actor.code;
               return li(input(type("checkbox"), name("state"), id(tick), value(actor.code),
                               checked(page.questions.empty() &&
                                       std::ranges::find(page.states, actor.code) != page.states.end())),
                         " ", label(for_(tick), actor.name, " (", actor.code, ")"));
           }));
    Html cells;
    if (!page.questions.empty()) {
        CellsTable made(page, visit, true);
        const std::string words = in.tr_n("{n} question that at least one of them answered",
                                          "{n} questions that at least one of them answered",
                                          static_cast<std::int64_t>(page.questions.size()));
        cells = group(legend_of_strengths(visit), made.draw(words));
    }
    screen.body =
        group(page_head(screen),
              form(css("form"), method("get"), action(Url("/views/compare")),
                   div(css("field"), label(css("form-label"), for_("states"), in.tr("Codes")),
                       div(css("field-hint"), id("states-hint"),
                           in.tr("Codes of three letters with commas between, such as EGY, FRA")),
                       problems,
                       input(css("form-control"), id("states"), name("states"), type("text"), value(codes),
                             maxlength(400), aria_invalid("true", is_wrong),
                             aria_describedby(is_wrong ? "states-problems states-hint" : "states-hint"))),
                   details(css("ticks-frame"), summary(in.tr("Or tick them")), ticks),
                   button(css("btn btn-primary"), type("submit"), in.tr("Put side by side"))),
              cells);
    return screen;
}

} // namespace poa::views
