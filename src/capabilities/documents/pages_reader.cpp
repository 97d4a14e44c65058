// SPDX-License-Identifier: Apache-2.0
// The reader: a document with its table of contents, every passage with a link of its own.
#include "base/text.hpp"
#include "capabilities/documents/pages_drawing.hpp"

namespace poa::documents {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url local(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

std::string_view language_name(std::string_view code) {
    auto language = web::parse_language(code);
    return language ? web::own_name_of(*language) : code;
}

Html fact(std::string_view label, const Html& shown) {
    return div(dt(label), dd(shown));
}

/// Keeps the choice of text language and version on every link within the document.
Url section_url(const ReaderPage& page, const Visit& visit, std::string_view section) {
    Url url = section.empty()
                  ? Url::of("documents", page.document.slug)
                  : local("/documents/" + page.document.slug + "/sections/" + percent_encode(section, true));
    for (const char* kept : {"language", "version"})
        if (auto asked = visit.request.query.get(kept)) url = std::move(url).with(kept, *asked);
    return url;
}

std::string_view contents_class(std::int64_t level) {
    static constexpr std::string_view classes[] = {"contents-level-1", "contents-level-2", "contents-level-3",
                                                   "contents-level-4"};
    return classes[std::clamp<std::int64_t>(level, 1, 4) - 1];
}

/// May be longer than the window beside the text: then it scrolls, also with the keyboard.
Html draw_contents(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto entry = [&](const HeadingRow& row) -> Html {
        return li(css(contents_class(row.level)),
                  a(href(section_url(page, visit, row.anchor)),
                    aria_current("true", row.anchor == page.section), bdi(row.text)));
    };
    return nav(
        css("reader-contents"), aria_label(in.tr("Contents")), tabindex(0),
        p(css("reader-contents-title"), in.tr("Contents")),
        details(summary(in.tr("Contents")),
                ol(lang(page.language), dir(web::direction_of(page.language)), each(page.contents, entry))));
}

Html draw_versions(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return details(
        summary(in.tr_n("{n} version", "{n} versions", static_cast<std::int64_t>(page.versions.size()))),
        ul(each(page.versions, [&](const ListedVersion& version) {
            Url url =
                Url::of("documents", page.document.slug)
                    .with("language", version.language)
                    .with("version", version.is_current ? std::string() : std::to_string(version.number));
            return li(
                a(href(url), language_name(version.language), " ", version.number), ": ",
                in.tr(version.translation == "original"   ? std::string_view(N_("original"))
                      : version.translation == "official" ? std::string_view(N_("official translation"))
                                                          : std::string_view(N_("unofficial translation"))),
                when(!version.translator.empty(), [&] { return group(" (", bdi(version.translator), ")"); }),
                ", ", in.moment(version.imported_at), ", SHA-256 ",
                code(css("digest"), version.source_digest));
        })));
}

Html draw_facts(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ListedDocument& document = page.document;
    std::string originals;
    for (const std::string& each_code : document.original_languages)
        originals += (originals.empty() ? "" : ", ") + std::string(language_name(each_code));
    return dl(
        css("facts"),
        when(!document.symbol.empty(), [&] { return fact(in.tr("Symbol"), Html(bdi(document.symbol))); }),
        fact(in.tr("Kind"), Html(span(in.tr(kind_wording(document.kind))))),
        when(document.date.has_value(),
             [&] { return fact(in.tr("Date"), Html(span(in.day(*document.date)))); }),
        when(!document.submitted_by_name.empty(),
             [&] { return fact(in.tr("Submitted by"), Html(bdi(document.submitted_by_name))); }),
        when(!originals.empty(), [&] { return fact(in.tr("Original language"), Html(span(originals))); }),
        when(!page.session.empty(), [&] { return fact(in.tr("Session"), Html(bdi(page.session))); }),
        when(!page.agenda_item.empty(),
             [&] { return fact(in.tr("Agenda item"), Html(bdi(page.agenda_item))); }),
        when(document.audience != "public", [&] {
            return fact(in.tr("Audience"), Html(span(css("stage stage-caution"), document.audience)));
        }));
}

Html draw_repetitions(const ReaderPage& page, const Visit& visit) {
    if (page.repetitions.empty()) return {};
    return div(css("notice"), p(visit.in.tr("This text and others on the record repeat each other:")),
               ul(each(page.repetitions, [&](const RepetitionRow& row) {
                   return li(a(href(local(row.address)), bdi(row.what)), " (", row.percent, " %)");
               })));
}

Html number_link(const PassageRow& row, const Visit& visit) {
    if (row.number.empty())
        return a(css("passage-number passage-number-none"), href(Url::here(row.anchor)),
                 aria_label(visit.in.tr("Link to this passage: {label}",
                                        {{"label", row.label.empty() ? row.anchor : row.label}})),
                 "¶");
    return a(css("passage-number"), href(Url::here(row.anchor)),
             row.kind == "item" ? "(" + row.number + ")" : row.number + ".");
}

/// The heading of the section that is shown: it stands as the page's title, not in the text again.
const PassageRow* heading_shown(const ReaderPage& page) {
    if (page.section.empty() || page.passages.empty()) return nullptr;
    const PassageRow& first = page.passages.front();
    return first.kind == "heading" && first.anchor == page.section ? &first : nullptr;
}

/// The level of heading that is h2 on this page, so that no level is left out below its title.
std::int64_t highest_level(const ReaderPage& page) {
    if (const PassageRow* title = heading_shown(page)) return title->level + 1;
    std::int64_t highest = 6;
    for (const PassageRow& row : page.passages)
        if (row.kind == "heading") highest = std::min<std::int64_t>(highest, row.level);
    return highest;
}

Html draw_table(const PassageRow& row) {
    Html rows;
    for (std::string_view line : split(row.text, '\n')) {
        auto cells = split(line, '\t');
        rows += tr(each(cells, [](std::string_view cell) { return td(cell); }));
    }
    return table(css("table"), tbody(rows));
}

Html draw_heading(const PassageRow& row, const Html& text, std::int64_t highest) {
    std::int64_t below = row.level - highest;
    if (below <= 0) return h2(id(row.anchor), text);
    if (below == 1) return h3(id(row.anchor), text);
    if (below == 2) return h4(id(row.anchor), text);
    return h5(id(row.anchor), text);
}

/// The printed table of contents has page numbers of the printed document: kept, but folded.
Html draw_printed_contents(const PassageRow& row, const Visit& visit) {
    return div(css("passage"), id(row.anchor), number_link(row, visit),
               details(summary(visit.in.tr("Contents as printed")), draw_table(row)));
}

Html draw_passage_block(const PassageRow& row, const ReaderPage& page, const Visit& visit,
                        std::int64_t highest) {
    Html text = draw_text(row, page.document.slug, false);
    if (row.kind == "heading") return draw_heading(row, text, highest);
    if (row.kind == "contents") return draw_printed_contents(row, visit);
    std::string block = row.kind == "front_matter" ? "passage passage-front" : "passage";
    if (row.kind == "item")
        block += " passage-item passage-level-" + std::to_string(std::min<std::int64_t>(row.level, 4));
    if (row.kind == "table")
        return div(css("passage"), id(row.anchor), number_link(row, visit), draw_table(row));
    if (row.kind == "preformatted")
        return div(css("passage"), id(row.anchor), number_link(row, visit), pre(row.text));
    if (row.kind == "quotation")
        return div(css("passage"), id(row.anchor), number_link(row, visit), blockquote(p(text)));
    return div(css(block), id(row.anchor), number_link(row, visit), p(text));
}

Html draw_notes(const ReaderPage& page, const Visit& visit) {
    bool any = false;
    Html notes;
    for (const PassageRow& row : page.passages) {
        if (row.kind != "footnote") continue;
        any = true;
        notes += p(css("passage-note"), id(row.anchor), span(row.number), " ",
                   draw_text(row, page.document.slug, true));
    }
    if (!any) return {};
    return div(css("passage-notes"), role("doc-endnotes"), h2(visit.in.tr("Notes")), notes);
}

Html draw_body(const ReaderPage& page, const Visit& visit) {
    Html body;
    body.reserve(64 * 1024);
    const PassageRow* title = heading_shown(page);
    std::int64_t highest = highest_level(page);
    for (const PassageRow& row : page.passages)
        if (row.kind != "footnote" && &row != title) body += draw_passage_block(row, page, visit, highest);
    body += draw_notes(page, visit);
    return article(css("reader-body"), lang(page.language), dir(web::direction_of(page.language)), body);
}

Html draw_pager(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html links;
    if (!page.previous_section.empty())
        links +=
            a(rel("prev"), href(section_url(page, visit, page.previous_section)), in.tr("Previous section"));
    if (page.next)
        links += a(rel("next"),
                   href(section_url(page, visit, page.section).with("after", std::to_string(*page.next))),
                   in.tr("Read on"));
    else if (!page.next_section.empty())
        links += a(rel("next"), href(section_url(page, visit, page.next_section)), in.tr("Next section"));
    if (links.empty()) return {};
    return nav(css("pager"), aria_label(in.tr("Sections")), links);
}

Html draw_more(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string& slug = page.document.slug;
    return ul(
        css("download-links"), li(a(href(Url::of("documents", slug, "passages")), in.tr("List of passages"))),
        when(!page.replies.empty(),
             [&] { return li(a(href(Url::of("documents", slug, "replies")), in.tr("Replies"))); }),
        li(a(href(Url::of("documents", slug, "citations")), in.tr("Citations"))),
        li(a(href(Url::of("documents", slug, "whole").with("language", page.language)),
             in.tr("The whole text, also for paper"))),
        li(a(href(Url::of("documents", slug, "text").with("language", page.language)), in.tr("Plain text"))),
        li(a(href(Url::of("documents", slug, "import-report")), in.tr("Import report"))),
        when(page.may_correct, [&] {
            return group(
                li(a(href(Url::of("documents", slug, "correct")), in.tr("Correct what was recognised"))),
                li(a(href(Url::of("documents", slug, "withdraw")), in.tr("Withdraw"))));
        }));
}

Screen begin_screen(const ReaderPage& page, const Visit& visit) {
    Screen screen;
    const ListedDocument& document = page.document;
    std::string cited = document.symbol.empty() ? document.title : document.symbol;
    screen.title = page.section_title.empty() ? cited : page.section_title + " · " + cited;
    screen.section = "documents";
    screen.description = document.title;
    screen.content_language = page.language;
    screen.crumbs = {{std::string(visit.in.tr("Documents")), Url("/documents")}};
    if (!page.section.empty()) screen.crumbs.push_back({cited, Url::of("documents", document.slug)});
    Url here = section_url(page, visit, page.section);
    screen.other_faces = {{"JSON", here.with("format", "json")}};
    return screen;
}

/// Keeps the choice of text language and version, as `section_url` does.
Url whole_url(const ReaderPage& page, const Visit& visit) {
    Url url = Url::of("documents", page.document.slug, "whole");
    for (const char* kept : {"language", "version"})
        if (auto asked = visit.request.query.get(kept)) url = std::move(url).with(kept, *asked);
    return url;
}

/// What is where, and what all of it at once would weigh: whoever asks for that knows it before.
Html draw_parts(const WholePage& page, const Visit& visit) {
    if (page.part == 0) return {};
    const auto& in = visit.in;
    auto entry = [&](const PartRow& row) -> Html {
        return li(a(href(local(row.address)), aria_current("true", row.number == page.part), bdi(row.from),
                    when(row.to != row.from, [&] { return group(" – ", bdi(row.to)); })));
    };
    return nav(
        css("parts"), aria_label(in.tr("Parts of the text")),
        p(in.tr("Part {number} of {count}",
                {{"number", std::to_string(page.part)}, {"count", std::to_string(page.parts.size())}}),
          " · ",
          a(href(whole_url(page, visit).with("paper", "yes")),
            in.tr("The whole text on one page, for printing: about {n} KiB",
                  {{"n", std::to_string(page.kibibytes)}}))),
        details(summary(in.tr("Parts of the text")),
                ol(lang(page.language), dir(web::direction_of(page.language)), each(page.parts, entry))));
}

Html draw_parts_pager(const WholePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html links;
    if (page.part > 1)
        links += a(rel("prev"), href(local(page.parts[static_cast<std::size_t>(page.part) - 2].address)),
                   in.tr("Previous part"));
    if (page.part > 0 && page.part < std::ssize(page.parts))
        links += a(rel("next"), href(local(page.parts[static_cast<std::size_t>(page.part)].address)),
                   in.tr("Next part"));
    if (page.next)
        links +=
            a(rel("next"),
              href(whole_url(page, visit).with("paper", "yes").with("after", std::to_string(*page.next))),
              in.tr("Read on"));
    if (links.empty()) return {};
    return nav(css("pager"), aria_label(in.tr("Parts of the text")), links);
}

const ReplyRow* reply_shown(const ReaderPage& page) {
    for (const ReplyRow& reply : page.replies)
        if (reply.anchor == page.section) return &reply;
    return nullptr;
}

/// Of which document this is a part and, of a reply, in which language and when it was written.
Html draw_section_facts(const ReaderPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ReplyRow* reply = reply_shown(page);
    Html of_reply;
    if (reply != nullptr)
        of_reply = p(css("reader-section-facts"),
                     when(!reply->original_language.empty(),
                          [&] {
                              return bdi(in.tr("Original: {language}",
                                               {{"language", language_name(reply->original_language)}}));
                          }),
                     when(reply->date.has_value(), [&] { return group(" · ", bdi(in.day(*reply->date))); }),
                     when(!reply->state.empty(), [&] {
                         return group(" · ", a(href(Url::of("states", ascii_lower(reply->state))),
                                               in.tr("The State's page")));
                     }));
    return group(p(css("page-lead"), lang(page.language), dir(web::direction_of(page.language)),
                   when(!page.document.symbol.empty(), [&] { return group(page.document.symbol, " · "); }),
                   page.document.title),
                 of_reply);
}

Html draw_title(const ReaderPage& page) {
    const PassageRow* shown = heading_shown(page);
    Html text = shown != nullptr             ? draw_text(*shown, page.document.slug, false)
                : page.section_title.empty() ? Html(bdi(page.document.title))
                                             : Html(bdi(page.section_title));
    return h1(css("page-title"), id(page.section, shown != nullptr), lang(page.language),
              dir(web::direction_of(page.language)), text);
}

} // namespace

Screen draw_reader(const ReaderPage& page, const Visit& visit) {
    Screen screen = begin_screen(page, visit);
    bool is_beginning = page.section.empty();
    std::string interface_note;
    if (page.language != visit.in.code())
        interface_note = visit.in.tr("This text is on the record in {language}.",
                                     {{"language", language_name(page.language)}});
    screen.body = group(
        draw_title(page),
        when(page.document.withdrawn,
             [&] { return p(css("notice notice-caution"), visit.in.tr("This document was withdrawn.")); }),
        when(is_beginning,
             [&] {
                 return group(draw_facts(page, visit), draw_versions(page, visit),
                              draw_repetitions(page, visit), draw_more(page, visit));
             }),
        when(!is_beginning, [&] { return draw_section_facts(page, visit); }),
        when(!interface_note.empty(), [&] { return p(css("muted"), interface_note); }),
        div(css("reader"), draw_contents(page, visit),
            div(css("reader-main"), draw_body(page, visit), draw_pager(page, visit))));
    return screen;
}

Screen draw_whole(const WholePage& page, const Visit& visit) {
    Screen screen = begin_screen(page, visit);
    screen.crumbs.push_back({page.document.symbol.empty() ? page.document.title : page.document.symbol,
                             Url::of("documents", page.document.slug)});
    screen.other_faces = {{"JSON", whole_url(page, visit).with("format", "json")}};
    screen.body = group(h1(css("page-title"), lang(page.language), dir(web::direction_of(page.language)),
                           bdi(page.document.title)),
                        when(page.part <= 1, [&] { return draw_facts(page, visit); }),
                        draw_parts(page, visit), draw_body(page, visit), draw_parts_pager(page, visit));
    return screen;
}

} // namespace poa::documents
