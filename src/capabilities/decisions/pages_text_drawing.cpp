// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_text_drawing.hpp"

#include "capabilities/decisions/pages_text_parts.hpp"
#include "web/frame.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Numbering numbering_of_page(const TextPage& page) {
    Numbering numbering;
    for (const NegotiatedParagraphRow& row : page.paragraphs)
        numbering.emplace(row.key, static_cast<std::size_t>(row.number));
    return numbering;
}

std::string open_point_words(const OpenPointRow& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.kind == "bracket")
        return in.tr_n("{n} wording in square brackets", "{n} wordings in square brackets", row.count);
    if (row.kind == "amendment") return in.tr_n("{n} open amendment", "{n} open amendments", row.count);
    return in.tr_n("{n} objection", "{n} objections", row.count);
}

Html open_points_of_page(const TextPage& page, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    if (page.open_points.empty()) return p(in.tr("Nothing is open in this text, as far as you may see."));
    Html list;
    for (const OpenPointRow& row : page.open_points) {
        Html where = row.number > 0
                         ? Html(a(href(Url::here(row.paragraph)), look.name_of_paragraph(row.paragraph)))
                         : Html(span(row.paragraph.empty() ? in.tr("the whole text")
                                                           : in.tr("beside a paragraph that was removed")));
        list += li(where, ": ", open_point_words(row, visit));
    }
    return details(summary(in.tr_n("{n} open point", "{n} open points",
                                   static_cast<std::int64_t>(page.open_points.size()))),
                   ul(list));
}

Html counts_of(const std::vector<PositionCountRow>& counts, const Visit& visit) {
    const auto& in = visit.in;
    std::string line;
    for (const PositionCountRow& row : counts) {
        if (!line.empty()) line += " · ";
        line +=
            in.tr("{position}: {n}", {{"position", in.tr(title_of(row.kind))}, {"n", in.number(row.states)}});
    }
    return p(line);
}

Html position_of(const PositionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html note;
    if (row.on_older_wording)
        note = small(css("muted"), " ",
                     in.tr("(declared on version {n}, which read otherwise; it stands until changed)",
                           {{"n", in.number(row.version)}}));
    return li(bdi(row.name), ": ", strong(in.tr(title_of(row.kind))), " · ",
              in.tr("told to: {whom}", {{"whom", in.tr(title_of(row.told))}}), " · ", in.moment(row.declared),
              note, when(!row.words.empty(), [&] { return p(dir("auto"), row.words); }));
}

/// Nothing where the reader sees no position: silence says nothing.
Html positions_of(const std::vector<PositionCountRow>& counts, const std::vector<PositionRow>& positions,
                  const Visit& visit) {
    const auto& in = visit.in;
    if (positions.empty()) return {};
    Html own, others;
    for (const PositionRow& row : positions) (row.own ? own : others) += position_of(row, visit);
    Html drawn = counts_of(counts, visit);
    if (!own.empty()) drawn += group(p(strong(in.tr("What your State declared"))), ul(own));
    if (!others.empty())
        drawn += details(summary(in.tr("What States declared, as far as you may see")), ul(others));
    return drawn;
}

Html paragraph_of(const NegotiatedParagraphRow& row, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    const std::string number = in.number(row.number);
    Html marks;
    if (row.agreed) marks += group(" ", span(css("stage stage-done"), in.tr("agreed ad referendum")));
    if (row.brackets > 0)
        marks += group(
            " ", span(css("stage stage-caution"), in.tr_n("{n} wording in square brackets",
                                                          "{n} wordings in square brackets", row.brackets)));
    Html amendments;
    for (const AmendmentRow& amendment : row.amendments)
        amendments += draw_amendment(amendment, look, true, visit);
    return article(id(row.key),
                   h3(a(href(Url::here(row.key)), in.tr("Paragraph {n}", {{"n", number}})), marks),
                   look.paragraph(look.words(row.text)), positions_of(row.counts, row.positions, visit),
                   text_acts(row.acts, look.name_of_paragraph(row.key), visit), amendments);
}

Html paragraphs_of(const TextPage& page, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    Html paragraphs;
    for (const NegotiatedParagraphRow& row : page.paragraphs) paragraphs += paragraph_of(row, look, visit);
    Html drawn =
        section(css("document-text"), h2(in.tr("Text")),
                p(css("muted"), in.tr("Version {n}", {{"n", in.number(page.head.newest)}})), paragraphs);
    if (page.beside_removed.empty()) return drawn;
    Html beside;
    for (const AmendmentRow& row : page.beside_removed) beside += draw_amendment(row, look, false, visit);
    drawn += section(h2(in.tr("Amendments beside a paragraph that was removed")), beside);
    return drawn;
}

Html whole_text(const TextPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Html positions = positions_of(page.counts, page.positions, visit);
    const Html acts = text_acts(page.acts, in.tr("the whole text"), visit);
    if (positions.empty() && acts.empty()) return {};
    return section(h2(in.tr("The text as a whole")), positions, acts);
}

// Versions.

Html version_row(const TextVersionRow& row, const TextPage& page, const WordingLook& look,
                 const Visit& visit) {
    const auto& in = visit.in;
    const std::string number = std::to_string(row.version), newest = std::to_string(page.head.newest);
    const std::string shown_number = in.number(row.version);
    const Url text = text_address(page.head);
    Html compare;
    if (row.version != page.head.newest)
        compare =
            group(a(href(text.below("compare").with("from", number).with("to", newest)),
                    in.tr("Compare with the newest"),
                    span(css("visually-hidden"), " (", in.tr("version {n}", {{"n", shown_number}}), ")")),
                  br(),
                  a(href(text.below("marked").with("from", number)), in.tr("Marked-up copy"),
                    span(css("visually-hidden"), " (", in.tr("version {n}", {{"n", shown_number}}), ")")));
    return tr(th(scope("row"),
                 a(href(text.below("versions/" + number)), in.tr("Version {n}", {{"n", shown_number}}))),
              td(data_label(in.tr("Made")), in.moment(row.made)),
              td(data_label(in.tr("Why")), cause_words(row, visit)),
              td(data_label(in.tr("Paragraph")),
                 row.paragraph.empty() ? std::string() : look.name_of_paragraph(row.paragraph)),
              td(data_label(in.tr("Changes since")), compare));
}

Html version_field(std::string_view field, std::string_view words, std::int64_t preset, std::int64_t newest) {
    return div(css("field"), label(css("form-label"), for_(field), words),
               input(css("form-control"), type("number"), id(field), name(field), min(1), max(newest),
                     value(preset), required()));
}

Html compare_form(const TextPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::int64_t newest = page.head.newest;
    if (newest < 2) return {};
    return form(css("filters"), method("get"), action(text_address(page.head).below("compare")),
                version_field("from", in.tr("From version"), newest - 1, newest),
                version_field("to", in.tr("To version"), newest, newest),
                button(css("btn btn-secondary"), type("submit"), in.tr("Compare")));
}

Html versions_of(const TextPage& page, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    if (page.head.stage == Stage::draft) return {};
    Html rows_of_versions;
    for (const TextVersionRow& row : page.versions) rows_of_versions += version_row(row, page, look, visit);
    const std::string older = std::to_string(page.older_versions);
    return section(id("versions"), h2(in.tr("Versions")), compare_form(page, visit),
                   table(css("table table-list"), caption(in.tr("Versions of the text, newest first")),
                         thead(tr(th(scope("col"), in.tr("Version")), th(scope("col"), in.tr("Made")),
                                  th(scope("col"), in.tr("Why")), th(scope("col"), in.tr("Paragraph")),
                                  th(scope("col"), in.tr("Changes since")))),
                         tbody(rows_of_versions)),
                   when(page.older_versions > 0, [&] {
                       return p(a(href(text_address(page.head).with("before", older).at("versions")),
                                  in.tr("Older versions")));
                   }));
}

// Languages side by side.

Html languages_form(const TextPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html ticks;
    for (const web::Language language : web::all_languages) {
        const std::string_view code = web::code_of(language);
        if (code == page.head.language) continue;
        const std::string field = "language-" + std::string(code);
        const bool asked = std::ranges::find(page.languages, code) != page.languages.end();
        ticks += div(css("form-check"),
                     input(css("form-check-input"), type("checkbox"), id(field), name("languages"),
                           value(code), checked(asked)),
                     " ", label(for_(field), bdi(lang(code), web::own_name_of(language))));
    }
    return form(css("filters"), method("get"), action(text_address(page.head)),
                fieldset(legend(in.tr("Beside the language of the negotiation")), ticks),
                button(css("btn btn-secondary"), type("submit"), in.tr("Show")));
}

std::string_view own_name(std::string_view code) {
    const auto language = web::parse_language(code);
    return language ? web::own_name_of(*language) : code;
}

Html translation_of(const SideBySideRow& row, const TranslationRow& each, const TextPage& page,
                    const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    Html note;
    if (each.state == TranslationState::out_of_date)
        note = p(small(css("muted"), in.tr("Made of version {n}; the paragraph changed since.",
                                           {{"n", in.number(each.version)}})));
    if (each.state == TranslationState::missing)
        note = p(small(css("muted"), in.tr(title_of(TranslationState::missing))));
    if (page.may_translate && each.state != TranslationState::authentic)
        note += p(a(href(text_address(page.head)
                             .below("translate_paragraph")
                             .with("paragraph", row.key)
                             .with("language", each.language)),
                    in.tr("Translate the paragraph"),
                    span(css("visually-hidden"), " (", look.name_of_paragraph(row.key), ", ",
                         own_name(each.language), ")")));
    return td(
        data_label(own_name(each.language)),
        div(div(lang(each.language), dir(web::direction_of(each.language)), look.words(each.text)), note));
}

Html languages_of(const TextPage& page, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    if (page.head.stage == Stage::draft) return {};
    Html body_of_it = group(h2(in.tr("Languages")), languages_form(page, visit));
    if (!page.languages_beside.empty()) {
        Html names = th(scope("col"), in.tr("Paragraph"));
        for (const std::string& code : page.languages)
            names += th(scope("col"), lang(code), bdi(own_name(code)));
        Html lines;
        for (const SideBySideRow& row : page.languages_beside) {
            Html cells = th(scope("row"), a(href(Url::here(row.key)), row.number));
            for (const TranslationRow& each : row.languages)
                cells += translation_of(row, each, page, look, visit);
            lines += tr(cells);
        }
        body_of_it += table(css("table table-list"),
                            caption(in.tr("Paragraphs in several languages; the first is the language of the "
                                          "negotiation and alone authentic for it")),
                            thead(tr(names)), tbody(lines));
    }
    return section(id("languages"), body_of_it);
}

} // namespace

Screen draw_text_page(const TextPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const WordingLook look(page.head, numbering_of_page(page), visit, true);
    Screen screen = text_screen(page.head, visit, std::string(in.tr("Negotiated text")), true);
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    screen.body = group(
        h1(css("page-title"), in.tr("Negotiated text")),
        p(css("page-lead"), in.tr("The text as it stands, what is proposed to change in it, and where States "
                                  "chose to say they stand. A State that says nothing has said nothing.")),
        text_facts(page.head, visit), open_points_of_page(page, look, visit), whole_text(page, visit),
        paragraphs_of(page, look, visit), languages_of(page, look, visit), versions_of(page, look, visit));
    return screen;
}

} // namespace poa::decisions
