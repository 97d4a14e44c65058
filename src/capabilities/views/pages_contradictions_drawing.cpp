// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_contradictions_drawing.hpp"

#include "base/text.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <algorithm>

namespace poa::views {
namespace {

using namespace web::drawing;

Url contradiction_url(std::string_view id) {
    return Url::of("views", "contradictions", ascii_lower(id));
}

/// Who gives one answer: each code leads to the passage.
class Voices {
  public:
    void add(const VoiceRow& row) {
        Html& codes = of(row.kind == "state" ? std::string_view(row.strength) : "stakeholder");
        if (!codes.empty()) codes += group(" ");
        codes += a(href(local_url(row.address)), title_is(row.name), row.actor,
                   span(css("visually-hidden"), " ", row.name));
    }
    [[nodiscard]] Html cell(std::string_view which, std::string_view words) {
        const Html& codes = of(which);
        return td(data_label(words), codes.empty() ? Html() : Html(span(codes)));
    }

  private:
    Html& of(std::string_view which) {
        if (which == "firm") return firm_;
        if (which == "conditional") return conditional_;
        return which == "inferred" ? inferred_ : stakeholders_;
    }
    Html firm_, conditional_, inferred_, stakeholders_;
};

Html answer_row(std::string_view answer, Voices& voices, const Visit& visit) {
    const auto& in = visit.in;
    return tr(th(scope("row"), data_label(in.tr("Answer")), bdi(answer)),
              voices.cell("firm", strength_words("firm", visit)),
              voices.cell("conditional", strength_words("conditional", visit)),
              voices.cell("inferred", strength_words("inferred", visit)),
              voices.cell("stakeholder", in.tr("Stakeholders")));
}

Html answers_table(const ContradictionPage& page, const ContradictionQuestion& question, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    auto next = std::ranges::find(page.rows, question.key, &VoiceRow::question);
    if (next == page.rows.end()) return p(in.tr("Nobody answered this question."));
    while (next != page.rows.end() && next->question == question.key) {
        Voices voices;
        const std::string& answer = next->answer;
        for (; next != page.rows.end() && next->question == question.key && next->answer == answer; ++next)
            voices.add(*next);
        rows += answer_row(answer, voices, visit);
    }
    return table(css("table table-list"), caption(in.tr("Answers, and who gave them")),
                 thead(tr(th(scope("col"), in.tr("Answer")), th(scope("col"), strength_words("firm", visit)),
                          th(scope("col"), strength_words("conditional", visit)),
                          th(scope("col"), strength_words("inferred", visit)),
                          th(scope("col"), in.tr("Stakeholders, not counted")))),
                 tbody(rows));
}

Html question_section(const ContradictionPage& page, const ContradictionQuestion& question,
                      const Visit& visit) {
    const auto& in = visit.in;
    return web::html::section(
        h2(id(question.key), a(href(local_url(question.address)), question.label)),
        each(question.against,
             [&](const AgainstRow& row) {
                 return p(in.tr("Against each other: “{one}” and “{other}”.",
                                {{"one", row.one}, {"other", row.other}}));
             }),
        when(question.is_part,
             [&] {
                 return p(css("muted"), in.tr("Only the answers this contradiction is about are shown; the "
                                              "question leads to all of them."));
             }),
        answers_table(page, question, visit), when(!question.silent.empty(), [&] {
            return p(css("muted"), in.tr("No answer was read in the reply of:"), " ",
                     code_links(question.silent, visit));
        }));
}

Html neighbours(const ContradictionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return nav(css("pager"), aria_label(in.tr("Contradictions beside this one")),
               when(!page.earlier.empty(),
                    [&] {
                        return a(rel("prev"), href(contradiction_url(page.earlier)),
                                 in.tr("Earlier contradiction"));
                    }),
               " ", when(!page.later.empty(), [&] {
                   return a(rel("next"), href(contradiction_url(page.later)), in.tr("Later contradiction"));
               }));
}

Html asked_words(const ContradictionRow& row, const Visit& visit) {
    if (row.questions.empty()) return span(css("muted"), visit.in.tr("no question asks it"));
    Html words = group(
        visit.in.tr_n("{n} question", "{n} questions", static_cast<std::int64_t>(row.questions.size())));
    if (!row.note.empty()) words += group(" · ", span(css("muted"), visit.in.tr("asked in part")));
    return span(words);
}

Html law_table(const LawPage& page, std::string_view kind, std::string_view words, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const LawRow& row : page.rows) {
        if (row.kind != kind) continue;
        Html day;
        if (row.day) day = Html(time_(datetime(row.day->iso()), in.day(*row.day)));
        rows += tr(
            th(scope("row"), data_label(in.tr("Who")),
               a(href(Url::of("views", "actors", row.actor)), bdi(row.name))),
            td(data_label(in.tr("Date of its paper")), day),
            td(data_label(in.tr("Language of its paper")), bdi(row.language)),
            td(data_label(in.tr("Topic")), a(href(Url::of("views", "questions", row.question)), row.topic)),
            td(data_label(in.tr("Answer")), a(href(local_url(row.address)), bdi(row.answer))),
            td(data_label(in.tr("How firmly")), strength_words(row.strength, visit)));
    }
    if (rows.empty()) return {};
    return table(css("table table-list"), data_sortable(), caption(words),
                 thead(tr(th(scope("col"), data_sort("text"), in.tr("Who")),
                          th(scope("col"), in.tr("Date of its paper")),
                          th(scope("col"), in.tr("Language of its paper")),
                          th(scope("col"), data_sort("text"), in.tr("Topic")),
                          th(scope("col"), in.tr("Answer")), th(scope("col"), in.tr("How firmly")))),
                 tbody(rows));
}

} // namespace

Screen draw_contradictions(const ContradictionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(
        std::string(in.tr("Contradictions")),
        in.tr("Where replies ask for what cannot be had together, and who asks for what."), visit);
    screen.body = group(
        page_head(screen),
        table(css("table table-list"),
              caption(in.tr_n("{n} contradiction", "{n} contradictions",
                              static_cast<std::int64_t>(page.rows.size()))),
              thead(tr(th(scope("col"), in.tr("Number")), th(scope("col"), in.tr("Contradiction")),
                       th(scope("col"), in.tr("Asked by")),
                       th(scope("col"), css("number"), in.tr("States that answer")))),
              tbody(each(page.rows,
                         [&](const ContradictionRow& row) {
                             return tr(
                                 td(data_label(in.tr("Number")), bdi(row.id)),
                                 th(scope("row"), data_label(in.tr("Contradiction")),
                                    a(href(local_url(row.address)), lang(row.language), row.title)),
                                 td(data_label(in.tr("Asked by")), asked_words(row, visit)),
                                 td(css("number"), data_label(in.tr("States that answer")), row.states));
                         }))),
        p(a(href(Url("/views/convergence")), in.tr("How far the replies agree, question by question")), " · ",
          a(href(Url("/views/matrix")), in.tr("Matrix of positions"))));
    return screen;
}

Screen draw_contradiction(const ContradictionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen =
        begin_screen(page.title, in.tr("Who asks for what, and the passage it was read in."), visit);
    screen.crumbs.push_back({std::string(in.tr("Contradictions")), Url("/views/contradictions")});
    Html sections;
    for (const ContradictionQuestion& question : page.questions)
        sections += question_section(page, question, visit);
    if (page.questions.empty())
        sections = p(css("notice"), in.tr("No question of the question set on the record asks it."));
    screen.body =
        group(h1(css("page-title"), lang(page.language), page.title),
              p(css("page-lead"), bdi(page.id), ". ", screen.description),
              when(!page.note.empty(), [&] { return p(lang(page.language), page.note); }), sections,
              p(css("muted"),
                in.tr("Firm and conditional answers are the reply's own words; inferred ones are read "
                      "from weaker wording. Answers stand in the order of the question and States in "
                      "alphabetical order.")),
              neighbours(page, visit));
    return screen;
}

Screen draw_international_law(const LawPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(
        std::string(in.tr("International law in the replies")),
        in.tr("What each reply says of international law, with its date, its language and the passage."),
        visit);
    screen.body = group(
        page_head(screen),
        p(in.tr("These are views on what the mechanism should do about international law. How a State itself "
                "reads the law is in the national position it publishes.")),
        p(in.tr("States that encourage national positions to be made known:"), " ",
          code_links(page.encouraging, visit)),
        law_table(page, "state", in.tr("States"), visit),
        law_table(page, "stakeholder", in.tr("Stakeholders, not counted among States"), visit),
        when(page.rows.empty(), [&] { return p(in.tr("No positions are on the record yet.")); }));
    return screen;
}

} // namespace poa::views
