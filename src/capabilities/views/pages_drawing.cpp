// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_drawing.hpp"

#include "capabilities/views/claims_file.hpp"
#include "capabilities/views/standing.hpp"
#include "web/drawing.hpp"

namespace poa::views {
namespace {

using namespace web::drawing;

Html link_item(Url url, std::string_view words, std::string_view what) {
    return li(a(href(std::move(url)), words), " – ", what);
}

/// "21 States" or "21 States, 24 with what was inferred".
std::string count_words(const ClaimRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string words = in.tr_n("{n} State", "{n} States", row.strict.count);
    if (row.loose.count > row.strict.count)
        words += ", " + in.tr_n("{n} with what was inferred", "{n} with what was inferred", row.loose.count);
    return words;
}

Html codes(const CountedStates& states, const Visit& visit) {
    if (states.states.empty()) return Html(span(css("muted"), visit.in.tr("none")));
    Html out;
    for (const std::string& code : states.states) {
        if (!out.empty()) out += group(" ");
        out += a(href(Url::of("views", "actors", code)), code);
    }
    return span(out); // one part, also where the cell is laid out in columns
}

Html band_note(std::string_view basis, const Visit& visit) {
    return p(
        css("muted"),
        basis == "strict"
            ? visit.in.tr("Words are chosen by the number of States that say so firmly or conditionally.")
            : visit.in.tr("Words are chosen by the number of States that hold the whole statement, with "
                          "what was inferred."));
}

Html band_table(const std::vector<BandRow>& bands, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(in.tr("What each word stands for")),
                 thead(tr(th(scope("col"), in.tr("Word")), th(scope("col"), css("number"), in.tr("From")),
                          th(scope("col"), css("number"), in.tr("To")))),
                 tbody(each(bands, [&](const BandRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("Word")), quantifier_words(row.word, visit)),
                               td(css("number"), data_label(in.tr("From")), row.least),
                               td(css("number"), data_label(in.tr("To")), row.most));
                 })));
}

Html claim_list(const SummaryPage& page, const SectionRow& section, const Visit& visit) {
    Html items;
    for (const ClaimRow& row : page.rows) {
        if (row.section != section.key) continue;
        items += li(id("claim-" + row.id), css(row.loose.count == 0 ? "claim claim-unsupported" : "claim"),
                    a(href(Url::of("views", "summary", row.id)), row.sentence), " ",
                    span(css("muted"), "(", count_words(row, visit), ")"));
    }
    return items;
}

Html neighbours(const ClaimPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return nav(css("pager"), aria_label(in.tr("Statements beside this one")),
               when(!page.earlier.empty(),
                    [&] {
                        return a(rel("prev"), href(Url::of("views", "summary", page.earlier)),
                                 in.tr("Earlier statement"));
                    }),
               " ", when(!page.later.empty(), [&] {
                   return a(rel("next"), href(Url::of("views", "summary", page.later)),
                            in.tr("Later statement"));
               }));
}

Html parts_table(const ClaimPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"),
        caption(page.parts.size() > 1 ? in.tr("The parts of the statement") : in.tr("What is counted")),
        thead(tr(th(scope("col"), in.tr("Part")), th(scope("col"), in.tr("Formula over the questions")),
                 th(scope("col"), in.tr("Firm or conditional")),
                 th(scope("col"), in.tr("With what was inferred")))),
        tbody(each(page.parts, [&](const PartRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Part")), row.name),
                      td(data_label(in.tr("Formula")), code(row.formula)),
                      td(data_label(in.tr("Firm or conditional")), row.strict.count, ": ",
                         codes(row.strict, visit)),
                      td(data_label(in.tr("With what was inferred")), row.loose.count, ": ",
                         codes(row.loose, visit)));
        })));
}

Html support_table(const ClaimPage& page, std::string_view kind, std::string_view heading,
                   const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const SupportRow& row : page.rows) {
        if (row.kind != kind) continue;
        rows +=
            tr(th(scope("row"), data_label(in.tr("Who")),
                  a(href(Url::of("views", "actors", row.actor)), row.name)),
               td(data_label(in.tr("How firmly")), strength_words(row.strength, visit),
                  when(!row.whole, [&] { return group(", ", in.tr("one part only")); })),
               td(data_label(in.tr("Question")), row.label, ": ", bdi(row.answer)),
               td(data_label(in.tr("Phrase")),
                  a(href(Url::of("views", "positions", row.actor, row.question).with("from", page.claim.id)),
                    q(row.quote))));
    }
    if (rows.empty()) return {};
    return table(css("table table-list"), caption(heading),
                 thead(tr(th(scope("col"), in.tr("Who")), th(scope("col"), in.tr("How firmly")),
                          th(scope("col"), in.tr("Question and answer")),
                          th(scope("col"), in.tr("The phrase it rests on")))),
                 tbody(rows));
}

} // namespace

std::string_view strength_words(std::string_view strength, const Visit& visit) {
    if (strength == "firm") return visit.in.tr("firm");
    if (strength == "conditional") return visit.in.tr("conditional");
    if (strength == "inferred") return visit.in.tr("inferred");
    return visit.in.tr("none");
}

std::string_view origin_words(std::string_view origin, const Visit& visit) {
    if (origin == "reading") return visit.in.tr("read by a coder");
    if (origin == "resolved") return visit.in.tr("decided between coders");
    if (origin == "own_word") return visit.in.tr("its own word");
    return visit.in.tr("withdrawn by itself");
}

std::string_view fit_words(std::string_view fit, const Visit& visit) {
    if (fit == "fits") return visit.in.tr("the word fits the count");
    if (fit == "says_more") return visit.in.tr("the word says more States than are counted");
    if (fit == "says_fewer") return visit.in.tr("the word says fewer States than are counted");
    if (fit == "composite") return visit.in.tr("no reply says it whole; several say a part each");
    if (fit == "unsupported") return visit.in.tr("no reply supports it");
    return visit.in.tr("the published text gives no number word");
}

std::string quantifier_words(std::string_view word, const Visit& visit) {
    const SummaryWords::Word* found = summary_words().find(word);
    if (found == nullptr) return std::string(word);
    auto name = found->names.find(visit.in.code());
    return name == found->names.end() ? std::string(word) : name->second;
}

std::vector<web::Crumb> views_crumbs(const Visit& visit) {
    return {{std::string(visit.in.tr("Views")), Url("/views")}};
}

Screen draw_views(const ViewsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Views of States");
    screen.section = "views";
    screen.description = in.tr("Calls for views, what States replied, and a summary that can be checked.");
    Html counts;
    if (page.questions > 0)
        counts = p(in.tr_n("{n} State replied.", "{n} States replied.", page.states), " ",
                   in.tr_n("{n} answer was read from the replies.", "{n} answers were read from the replies.",
                           page.positions));
    else
        counts = p(in.tr("No positions are on the record yet."));
    screen.body =
        group(h1(screen.title), p(screen.description), counts,
              ul(css("links"),
                 link_item(Url("/views/calls"), in.tr("Calls for views"),
                           in.tr("what was asked, until when, and who replied")),
                 link_item(Url("/views/summary"), in.tr("Consolidated summary"),
                           in.tr("every statement opens to the States, every State to the passage")),
                 link_item(Url("/views/published"), in.tr("Against the published text"),
                           in.tr("whether its words fit the counts")),
                 link_item(Url("/views/matrix"), in.tr("Matrix of positions"), in.tr("who answers what")),
                 link_item(Url("/views/compare"), in.tr("States side by side"),
                           in.tr("the answers of any States beside each other")),
                 link_item(Url("/views/convergence"), in.tr("Convergence"),
                           in.tr("how far replies agree, and what would bring them together")),
                 link_item(Url("/views/contradictions"), in.tr("Contradictions"),
                           in.tr("where replies ask for what cannot be had together")),
                 link_item(Url("/views/international-law"), in.tr("International law in the replies"),
                           in.tr("what each says of it, with date, language and passage")),
                 link_item(Url("/views/clusters"), in.tr("Similar positions"),
                           in.tr("which replies lie near each other")),
                 link_item(Url("/views/coders"), in.tr("Agreement of coders"),
                           in.tr("how far two readers of the replies agree"))));
    return screen;
}

Screen draw_summary(const SummaryPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Consolidated summary of views");
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    screen.has_table_of_contents = true;
    screen.description =
        in.tr("Without prejudice to individual positions: every statement opens to the States counted.");
    Html contents;
    Html sections;
    for (const SectionRow& section : page.sections) {
        contents += li(a(href(Url::here(section.key)), in.tr(std::string_view(section.title))));
        sections += Html(web::html::section(h2(id(section.key), in.tr(std::string_view(section.title))),
                                            ul(css("claims"), claim_list(page, section, visit))));
    }
    Html empty;
    if (page.rows.empty())
        empty = p(in.tr("There is no summary yet: no positions and claims are on the record."));
    screen.body =
        group(h1(screen.title), p(screen.description), empty,
              when(!page.rows.empty(),
                   [&] {
                       return group(p(in.tr_n("{n} State replied.", "{n} States replied.", page.replied), " ",
                                      a(href(Url("/views/published")), in.tr("Against the published text"))),
                                    nav(css("contents"), aria_label(in.tr("Sections")), ul(contents)));
                   }),
              sections, when(!page.bands.empty() && !page.rows.empty(), [&] {
                  return web::html::section(h2(id("words"), in.tr("The words")), band_note(page.basis, visit),
                                            band_table(page.bands, visit),
                                            p(in.tr("As a file:"), " ",
                                              a(href(Url("/views/summary/export/docx")), "DOCX"), ", ",
                                              a(href(Url("/views/summary/export/pdf")), "PDF"), ", ",
                                              a(href(Url("/views/summary/export/html")), "HTML")));
              }));
    screen.other_faces = {{"JSON", Url("/views/summary")}, {"CSV", Url("/views/summary")}};
    return screen;
}

Screen draw_claim(const ClaimPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = page.claim.sentence;
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    screen.crumbs.push_back({std::string(in.tr("Consolidated summary")), Url("/views/summary")});
    Html published;
    if (!page.claim.published_quantifier.empty() && page.claim.paragraph > 0) {
        const std::string place =
            in.tr("{document}, para. {paragraph}",
                  {{"document", page.document}, {"paragraph", std::to_string(page.claim.paragraph)}});
        Html cited = page.document_slug.empty()
                         ? Html(group(place))
                         : Html(a(href(Url::of("documents", page.document_slug)
                                           .with("passage", "para-" + std::to_string(page.claim.paragraph))
                                           .at("para-" + std::to_string(page.claim.paragraph))),
                                  place));
        published =
            group(dt(in.tr("Published word")), dd(q(lang("en"), page.claim.published_quantifier), " (", cited,
                                                  "): ", fit_words(page.claim.fit, visit)));
    }
    screen.body = group(
        h1(screen.title),
        dl(css("facts"),
           div(dt(in.tr("Firm or conditional")),
               dd(in.tr_n("{n} State", "{n} States", page.claim.strict.count), ": ",
                  codes(page.claim.strict, visit))),
           div(dt(in.tr("With what was inferred")),
               dd(in.tr_n("{n} State", "{n} States", page.claim.loose.count), ": ",
                  codes(page.claim.loose, visit))),
           when(page.parts.size() > 1,
                [&] {
                    return div(dt(in.tr("All parts, also where inferred")),
                               dd(in.tr_n("{n} State", "{n} States", page.claim.whole.count), ": ",
                                  codes(page.claim.whole, visit)));
                }),
           div(dt(in.tr("Word")), dd(quantifier_words(page.claim.quantifier, visit))), div(published),
           when(!page.note.empty(), [&] { return div(dt(in.tr("Note")), dd(lang("en"), page.note)); })),
        when(page.claim.loose.count == 0,
             [&] { return p(css("notice"), in.tr("No reply on the record supports this statement.")); }),
        support_table(page, "state", in.tr("States, each with the passage its reading rests on"), visit),
        support_table(page, "stakeholder", in.tr("Stakeholders, not counted among States"), visit),
        parts_table(page, visit), neighbours(page, visit));
    screen.other_faces = {{"JSON", Url::of("views", "summary", page.claim.id)},
                          {"CSV", Url::of("views", "summary", page.claim.id)}};
    return screen;
}

} // namespace poa::views
