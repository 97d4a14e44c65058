// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_text_drawing.hpp"
#include "capabilities/decisions/pages_text_parts.hpp"
#include "web/frame.hpp"
#include "web/html.hpp"

#include <utility>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

/// Numbers of the newer version, which references lead to.
Numbering numbering_of_page(const TextComparisonPage& page) {
    Numbering numbering;
    for (const ComparedParagraphRow& row : page.paragraphs)
        if (row.number_after > 0) numbering.emplace(row.key, static_cast<std::size_t>(row.number_after));
    return numbering;
}

std::string version_name(std::int64_t version, const Visit& visit) {
    return visit.in.tr("Version {n}", {{"n", visit.in.number(version)}});
}

/// "Paragraph 4 (was 3)", as its heading says it.
std::string heading_of(const ComparedParagraphRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const std::string before = in.number(row.number_before), after = in.number(row.number_after);
    if (row.number_after == 0) return in.tr("Paragraph {n} of before", {{"n", before}});
    if (row.number_before == 0 || row.number_before == row.number_after)
        return in.tr("Paragraph {n}", {{"n", after}});
    return in.tr("Paragraph {n}, before: {before}", {{"n", after}, {"before", before}});
}

/// What became of it, in words: never by colour alone.
Html notes_of(const ComparedParagraphRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string words;
    const auto add = [&](std::string_view what) { words += (words.empty() ? "" : ", ") + std::string(what); };
    if (row.kind == ComparedParagraph::Kind::changed) add(in.tr("wording changed"));
    if (row.kind == ComparedParagraph::Kind::added) add(in.tr("new"));
    if (row.kind == ComparedParagraph::Kind::removed) add(in.tr("removed"));
    if (row.moved) add(in.tr("moved"));
    const bool in_both = row.number_before > 0 && row.number_after > 0;
    if (in_both && !row.agreed_before && row.agreed_after) add(in.tr("now agreed ad referendum"));
    if (in_both && row.agreed_before && !row.agreed_after) add(in.tr("not agreed ad referendum any more"));
    if (words.empty()) add(in.tr("the same"));
    return p(css("muted"), words);
}

Html compared_paragraph(const ComparedParagraphRow& row, const WordingLook& look, const Visit& visit) {
    return article(id(row.key), h3(heading_of(row, visit)), notes_of(row, visit),
                   look.paragraph(look.runs(row.runs)));
}

/// A paragraph of the marked-up copy: its number, and what changed in it.
Html marked_paragraph(const ComparedParagraphRow& row, const WordingLook& look) {
    Html wording;
    if (row.number_after > 0) wording += group(std::to_string(row.number_after), ". ");
    wording += look.runs(row.runs);
    return div(id(row.key), look.paragraph(wording));
}

Html between(const TextComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url versions = text_address(page.head).below("versions");
    const std::string from = std::to_string(page.before.version), to = std::to_string(page.after.version);
    return dl(css("facts"), dt(in.tr("From")),
              dd(a(href(versions.below(from)), version_name(page.before.version, visit)), " · ",
                 in.moment(page.before.made)),
              dt(in.tr("To")),
              dd(a(href(versions.below(to)), version_name(page.after.version, visit)), " · ",
                 in.moment(page.after.made)));
}

Html ways_to_compare(const TextComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string from = std::to_string(page.before.version), to = std::to_string(page.after.version);
    const Url text = text_address(page.head);
    const Url compare = text.below("compare").with("from", from).with("to", to);
    const Html other = page.all ? Html(a(href(compare), in.tr("Show only what changed")))
                                : Html(a(href(compare.with("show", "all")), in.tr("Show all paragraphs")));
    return ul(css("parts"), li(other),
              li(a(href(text.below("marked").with("from", from).with("to", to)),
                   in.tr("Marked-up copy, for printing"))));
}

} // namespace

Screen draw_text_version(const TextVersionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Numbering numbering;
    for (const CleanParagraphRow& row : page.paragraphs)
        numbering.emplace(row.key, static_cast<std::size_t>(row.number));
    const WordingLook look(page.head, std::move(numbering), visit, true);
    Html paragraphs;
    for (const CleanParagraphRow& row : page.paragraphs) paragraphs += li(id(row.key), look.words(row.text));
    const std::string heading = version_name(page.version.version, visit);
    const std::string newest = in.number(page.head.newest);
    Screen screen = text_screen(page.head, visit, heading);
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    const bool is_newest = page.version.version == page.head.newest;
    screen.body =
        group(h1(css("page-title"), heading),
              p(css("muted"), in.moment(page.version.made), " · ", cause_words(page.version, visit)),
              when(!is_newest,
                   [&] {
                       return p(css("notice notice-caution"),
                                in.tr("The text went on: its newest version is {n}.", {{"n", newest}}));
                   }),
              text_facts(page.head, visit),
              section(css("document-text"), h2(in.tr("Text")),
                      ol(css("paragraphs"), lang(look.language()), dir(web::direction_of(look.language())),
                         paragraphs)));
    return screen;
}

Screen draw_text_comparison(const TextComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const WordingLook look(page.head, numbering_of_page(page), visit, false);
    Html paragraphs;
    for (const ComparedParagraphRow& row : page.paragraphs)
        if (page.all || row.differs) paragraphs += compared_paragraph(row, look, visit);
    if (paragraphs.empty()) paragraphs = p(in.tr("Nothing changed between these versions."));
    Screen screen = text_screen(page.head, visit, std::string(in.tr("Two versions compared")));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    screen.body = group(
        h1(css("page-title"), in.tr("Two versions compared")), between(page, visit),
        p(in.tr_n("{n} paragraph changed. Old words are struck, new ones underlined.",
                  "{n} paragraphs changed. Old words are struck, new ones underlined.", page.changed)),
        ways_to_compare(page, visit), section(css("document-text"), h2(in.tr("Paragraphs")), paragraphs));
    return screen;
}

Screen draw_text_marked(const TextComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const WordingLook look(page.head, numbering_of_page(page), visit, false);
    Html paragraphs;
    for (const ComparedParagraphRow& row : page.paragraphs) paragraphs += marked_paragraph(row, look);
    Screen screen = text_screen(page.head, visit, std::string(in.tr("Marked-up copy")));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    screen.body =
        group(h1(css("page-title"), in.tr("Marked-up copy")), text_facts(page.head, visit),
              between(page, visit), p(css("muted"), in.tr("Old words are struck, new ones underlined.")),
              section(css("document-text"), h2(in.tr("Text")), paragraphs));
    return screen;
}

} // namespace poa::decisions
