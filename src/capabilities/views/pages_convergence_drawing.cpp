// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_convergence_drawing.hpp"

#include "capabilities/views/pages_matrix_loading.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::views {
namespace {

using namespace web::drawing;

constexpr int cell = 28; // pixels of the drawing; the style sheet scales it
constexpr int gap = 1;
constexpr int bar_height = 26;
constexpr int bar_left = 40;
constexpr int bar_right = 560;

/// One bar an answer that has a mark, in three parts by strength; the table below has all answers.
Html bars(const QuestionPage& page, const Visit& visit) {
    if (page.answered == 0) return {};
    std::int64_t most = 1;
    for (const AnswerRow& row : page.rows) most = std::max(most, row.states);
    Html drawn;
    int top = 4;
    for (const AnswerRow& row : page.rows) {
        if (row.states == 0 || row.mark.empty()) continue;
        drawn += svg_text(css("bar-mark"), x(bar_left - 10), y(top + 16), text_anchor("end"), row.mark);
        std::int64_t before = 0;
        auto part = [&](const char* css_class, std::size_t states) {
            const auto at = [&](std::int64_t n) {
                return static_cast<int>(n * (bar_right - bar_left) / most);
            };
            const auto n = static_cast<std::int64_t>(states);
            if (n > 0)
                drawn += rect(css(css_class), x(bar_left + at(before)), y(top),
                              width(at(before + n) - at(before)), height(bar_height - 6));
            before += n;
        };
        part("bar bar-firm", row.firm.size());
        part("bar bar-conditional", row.conditional.size());
        part("bar bar-inferred", row.inferred.size());
        drawn += svg_text(x(bar_left + static_cast<int>(before * (bar_right - bar_left) / most) + 8),
                          y(top + 15), row.states);
        top += bar_height;
    }
    const std::string box = fmt::format("0 0 {} {}", bar_right + 50, top);
    const std::string_view words = visit.in.tr("Number of States by answer");
    auto key = [&](std::string_view css_class, std::string_view meaning) {
        return li(svg(css("plot-key"), view_box("0 0 28 28"), aria_hidden("true"),
                      rect(css(css_class), x(1), y(4), width(26), height(20))),
                  " ", meaning);
    };
    return group(div(css("plot-frame"), tabindex(0), role("region"), aria_label(words),
                     svg(css("plot plot-bars"), view_box(box), role("img"), svg_title(words), drawn)),
                 ul(css("tile-legend"), key("bar bar-firm", strength_words("firm", visit)),
                    key("bar bar-conditional", strength_words("conditional", visit)),
                    key("bar bar-inferred", strength_words("inferred", visit))));
}

Html distribution_table(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("Nobody answered this question."));
    auto states = [&](std::string_view label_words, const std::vector<std::string>& codes) {
        return td(data_label(label_words), codes.empty() ? Html() : code_links(codes, visit));
    };
    return table(css("table table-list"), caption(in.tr("Answers, and who gave them")),
                 thead(tr(th(scope("col"), in.tr("Mark")), th(scope("col"), in.tr("Answer")),
                          th(scope("col"), css("number"), in.tr("States")),
                          th(scope("col"), strength_words("firm", visit)),
                          th(scope("col"), strength_words("conditional", visit)),
                          th(scope("col"), strength_words("inferred", visit)),
                          th(scope("col"), in.tr("Stakeholders, not counted")))),
                 tbody(each(page.rows, [&](const AnswerRow& row) {
                     return tr(td(data_label(in.tr("Mark")), row.mark),
                               th(scope("row"), data_label(in.tr("Answer")), bdi(row.answer)),
                               td(css("number"), data_label(in.tr("States")), row.states),
                               states(strength_words("firm", visit), row.firm),
                               states(strength_words("conditional", visit), row.conditional),
                               states(strength_words("inferred", visit), row.inferred),
                               states(in.tr("Stakeholders"), row.stakeholders));
                 })));
}

std::string tile_class(const AnswerTile& tile) {
    if (tile.marks.empty()) return "tile tile-none";
    const char mark = tile.marks.front().front();
    return mark == '+' ? "tile answer-more" : fmt::format("tile answer-{}", mark - 'A' + 1);
}

/// Up to three marks stand on a tile.
std::string marks_on(const AnswerTile& tile) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(tile.marks.size(), 3); ++i) text += tile.marks[i];
    if (tile.marks.size() > 3) text.back() = '+';
    return text;
}

/// East is right in every language: the map is not mirrored.
Html answer_map(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html drawn;
    for (const AnswerTile& tile : page.tiles) {
        const auto left = (tile.column - 1) * cell + gap, top = (tile.row - 1) * cell + gap;
        const auto middle = left + (cell - 2 * gap) / 2;
        const std::string css_class = tile_class(tile);
        const auto square = rect(x(left), y(top), width(cell - 2 * gap), height(cell - 2 * gap), rx(2));
        if (tile.answer.empty())
            drawn += svg_group(css(css_class), svg_title(tile.name, ": ", in.tr("no answer read")), square,
                               svg_text(x(middle), y(top + 13), tile.iso3));
        else
            drawn +=
                a(css(css_class), href(position_url(tile.iso3, page.key)),
                  svg_title(tile.name, ": ", tile.answer, " (", strength_words(tile.strength, visit), ")"),
                  square, svg_text(x(middle), y(top + 9), tile.iso3),
                  svg_text(css("tile-mark"), x(middle), y(top + 20), marks_on(tile)));
    }
    const std::string box = fmt::format("0 0 {} {}", page.columns * cell, page.tile_rows * cell);
    Html keys;
    auto add_key = [&](const std::string& css_class, std::string_view mark, std::string_view meaning) {
        keys += li(svg(view_box("0 0 28 28"), css("tile-map-key"), aria_hidden("true"),
                       svg_group(css(css_class), rect(x(1), y(1), width(26), height(26), rx(2)),
                                 svg_text(css("tile-mark"), x(14), y(15), mark))),
                   " ", bdi(meaning));
    };
    for (std::size_t i = 0; i < page.rows.size() && !page.rows[i].mark.empty(); ++i)
        add_key(fmt::format("tile answer-{}", i + 1), page.rows[i].mark, page.rows[i].answer);
    if (!page.rows.empty() && page.rows.back().mark.empty())
        add_key("tile answer-more", "+", in.tr("another answer: see the table"));
    add_key("tile tile-none", "", in.tr("no answer read, or no reply"));
    const std::string_view words = in.tr("Map: one State, one tile, all the same size; no borders are drawn");
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(words),
                     svg(css("tile-map answer-map"), view_box(box), drawn)),
                 ul(css("tile-legend"), keys));
}

Html cleavage_words(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (!page.cleavage)
        return p(in.tr("No line was found that divides the replies into two sides that cannot live with each "
                       "other."));
    auto side = [&](const MeetingRow& row) -> Html {
        return li(in.tr_n("{n} State", "{n} States", static_cast<std::int64_t>(row.states.size())), ", ",
                  bdi(row.at), ": ", code_links(row.states, visit));
    };
    return group(
        p(in.tr("A line runs between two sides: no State of one can live with the answer of any State "
                "of the other.")),
        ul(side(page.cleavage->one), side(page.cleavage->other), when(!page.cleavage->between.empty(), [&] {
               return li(in.tr("On neither side, and compatible with somebody on each:"), " ",
                         code_links(page.cleavage->between, visit));
           })));
}

Html change_words(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (!page.change) return {};
    const ChangeRow& change = *page.change;
    if (change.moves.empty())
        return p(
            in.tr("A majority can meet already: {already} of the {answered} States that answered can live "
                  "with “{at}”.",
                  {{"already", std::to_string(change.already)},
                   {"answered", std::to_string(page.answered)},
                   {"at", change.at}}));
    auto move = [&](const MoveRow& row) -> Html {
        Html by;
        if (page.has_units) by = group(", ", in.tr("by {distance}", {{"distance", text_of(row.distance)}}));
        return li(a(href(position_url(row.actor, page.key)), row.actor), " (",
                  strength_words(row.strength, visit), ")", by);
    };
    return group(
        p(in.tr(
            "The smallest change to a majority: {majority} of the {answered} States that answered would meet "
            "at “{at}”; {already} can live with it already, and these would have to change their answer:",
            {{"majority", std::to_string(change.majority)},
             {"answered", std::to_string(page.answered)},
             {"at", change.at},
             {"already", std::to_string(change.already)}})),
        ul(each(change.moves, move)), when(!change.as_near.empty(), [&] {
            return p(in.tr("As near, and in place of one of them:"), " ", code_links(change.as_near, visit));
        }));
}

Html convergence_words(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html words;
    if (page.pairs == 0)
        words += p(in.tr("Fewer than two States answered: there is nothing to compare."));
    else
        words += p(in.tr(
            "Of {pairs} pairs of States that both answered, {compatible} gave answers that can live "
            "with each other: {percent} per cent.",
            {{"pairs", in.number(page.pairs)},
             {"compatible", in.number(page.compatible)},
             {"percent",
              decimal(100.0 * static_cast<double>(page.compatible) / static_cast<double>(page.pairs), 0)}}));
    if (page.is_free_worded)
        words += p(css("muted"),
                   in.tr("Any words may stand here. They are compared as written: two wordings of one "
                         "thing count as two."));
    if (page.largest && page.answered > 1)
        words +=
            p(in.tr_n("The largest group that can meet is {n} State, at “{at}”:",
                      "The largest group that can meet is {n} States, at “{at}”:",
                      static_cast<std::int64_t>(page.largest->states.size()), {{"at", page.largest->at}}),
              " ", code_links(page.largest->states, visit));
    if (page.pairs > 0) words += cleavage_words(page, visit);
    if (!page.alone.empty())
        words += p(in.tr("Alone, as no other answer is compatible with theirs:"), " ",
                   code_links(page.alone, visit));
    if (page.answered > 1) words += change_words(page, visit);
    return words;
}

Html question_facts(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    std::string allowed;
    for (const std::string& word : page.allowed) allowed += (allowed.empty() ? "" : "; ") + word;
    return dl(css("facts"),
              div(dt(in.tr("Pillar")),
                  dd(a(href(Url("/views/matrix").with("pillar", page.pillar)), page.pillar_name))),
              div(dt(in.tr("Answered")), dd(kind_words(page.kind, visit))),
              when(!allowed.empty(), [&] { return div(dt(in.tr("Answers")), dd(bdi(allowed))); }),
              div(dt(in.tr("States that answered")), dd(page.answered)),
              div(dt(in.tr("States that did not")), dd(page.silent)));
}

Html neighbours(const QuestionPage& page, const Visit& visit) {
    return nav(css("pager"), aria_label(visit.in.tr("Questions beside this one")),
               when(!page.earlier.empty(),
                    [&] {
                        return a(rel("prev"), href(Url::of("views", "questions", page.earlier)),
                                 visit.in.tr("Earlier question"));
                    }),
               " ", when(!page.later.empty(), [&] {
                   return a(rel("next"), href(Url::of("views", "questions", page.later)),
                            visit.in.tr("Later question"));
               }));
}

Html convergence_table(const ConvergencePage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto head = [&](std::string_view words) {
        return th(scope("col"), css("number"), data_sort("number"), words);
    };
    auto number_cell = [&](std::string_view words, std::int64_t number) {
        return td(css("number"), data_label(words), number);
    };
    return table(
        css("table table-list"), data_sortable(),
        caption(in.tr_n("{n} question", "{n} questions", static_cast<std::int64_t>(page.rows.size()))),
        thead(tr(th(scope("col"), data_sort("text"), in.tr("Question")), head(in.tr("Answered")),
                 head(in.tr("Compatible, %")), head(in.tr("Largest group")),
                 th(scope("col"), data_sort("text"), in.tr("Two sides")), head(in.tr("Alone")),
                 head(in.tr("To change")))),
        tbody(each(page.rows, [&](const ConvergenceRow& row) {
            return tr(
                th(scope("row"), data_label(in.tr("Question")), a(href(local_url(row.address)), row.label)),
                number_cell(in.tr("Answered"), row.answered),
                td(css("number"), data_label(in.tr("Compatible, %")),
                   row.share ? decimal(*row.share * 100, 0) : std::string()),
                number_cell(in.tr("Largest group"), row.largest),
                td(data_label(in.tr("Two sides")), row.has_cleavage ? in.tr("yes") : in.tr("no")),
                number_cell(in.tr("Alone"), row.alone), number_cell(in.tr("To change"), row.moves));
        })));
}

} // namespace

Screen draw_question(const QuestionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(page.label, page.description, visit);
    screen.crumbs.push_back({std::string(in.tr("Questions")), Url("/views/questions")});
    screen.has_table_of_contents = true;
    screen.body = group(
        h1(css("page-title"), screen.title), p(css("page-lead"), lang("en"), page.description),
        question_facts(page, visit),
        form(css("filters"), method("get"), action(Url::of("views", "questions", page.key)),
             group_field(page.groups, page.group, visit),
             button(css("btn btn-primary"), type("submit"), in.tr("Show"))),
        h2(id("answers"), in.tr("Answers")), bars(page, visit), distribution_table(page, visit),
        when(page.answered > 0, [&] { return group(h2(id("map"), in.tr("Map")), answer_map(page, visit)); }),
        h2(id("convergence"), in.tr("How far they agree")), convergence_words(page, visit),
        p(a(href(Url("/views/matrix").with("question", page.key).with("kind", "all")),
            in.tr("Every answer with its passage"))),
        neighbours(page, visit));
    return screen;
}

Screen draw_convergence(const ConvergencePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(
        std::string(in.tr("Convergence")),
        in.tr("How far the replies agree on each question, and what would bring a majority together."),
        visit);
    screen.body =
        group(page_head(screen),
              form(css("filters"), method("get"), action(Url("/views/convergence")),
                   pillar_field(page.pillars, page.pillar, in.tr("All pillars"), visit),
                   group_field(page.groups, page.group, visit),
                   button(css("btn btn-primary"), type("submit"), in.tr("Show"))),
              convergence_table(page, visit),
              p(css("muted"),
                in.tr("Two answers are compatible where one mechanism can give both: the same answer, "
                      "intervals that overlap, sets that share a word. The figure is the share of pairs of "
                      "States that both answered.")),
              p(css("muted"), in.tr("To change: the fewest States whose answers would have to change for a "
                                    "majority of those that answered to meet.")));
    return screen;
}

} // namespace poa::views
