// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/pages_drawing.hpp"

#include "base/text.hpp"
#include "capabilities/documents/module_inputs.hpp"

namespace poa::documents {
namespace {

using namespace web::html;
using web::Crumb;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url local(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

Html fact(std::string_view label, const Html& shown) {
    return div(dt(label), dd(shown));
}

std::string_view language_name(std::string_view code) {
    auto language = web::parse_language(code);
    return language ? web::own_name_of(*language) : code;
}

std::string languages_of(const ListedDocument& document) {
    std::string text;
    for (const std::string& each_code : document.original_languages) {
        if (!text.empty()) text += ", ";
        text += language_name(each_code);
    }
    return text;
}

Html day_of(const std::optional<Day>& day, const Visit& visit) {
    if (!day) return {};
    return time_(datetime(day->iso()), visit.in.day(*day));
}

std::vector<Crumb> crumbs_of(const Visit& visit, std::string_view slug, std::string_view cited) {
    std::vector<Crumb> crumbs = {{std::string(visit.in.tr("Documents")), Url("/documents")}};
    if (!slug.empty()) crumbs.push_back({std::string(cited), Url::of("documents", slug)});
    return crumbs;
}

Html row_of(const ListedDocument& document, const Visit& visit) {
    const auto& in = visit.in;
    return tr(td(css("symbol"), data_label(in.tr("Symbol")), document.symbol),
              th(scope("row"), data_label(in.tr("Title")),
                 a(href(local(document.address)), bdi(document.title)),
                 when(document.withdrawn,
                      [&] { return group(" ", span(css("stage stage-refused"), in.tr("withdrawn"))); })),
              td(data_label(in.tr("Kind")), in.tr(kind_wording(document.kind))),
              td(data_label(in.tr("Date")), day_of(document.date, visit)),
              td(data_label(in.tr("Submitted by")), bdi(document.submitted_by_name)),
              td(data_label(in.tr("Original language")), languages_of(document)));
}

using Wordings = std::vector<std::pair<std::string_view, std::string_view>>;

/// Kinds of passages and what they are called in the language of the page.
Wordings passage_kinds(const Visit& visit) {
    static const Wordings all = {{"paragraph", N_("paragraph")},
                                 {"heading", N_("heading")},
                                 {"item", N_("list item")},
                                 {"footnote", N_("footnote")},
                                 {"quotation", N_("quotation")},
                                 {"table", N_("table")},
                                 {"front_matter", N_("front matter")},
                                 {"title", N_("title")},
                                 {"contents", N_("contents")},
                                 {"preformatted", N_("preformatted text")}};
    Wordings here;
    here.reserve(all.size());
    for (const auto& [kind, wording] : all) here.emplace_back(kind, visit.in.tr(wording));
    return here;
}

std::string_view wording_of(const Wordings& wordings, std::string_view kind) {
    for (const auto& [known, wording] : wordings)
        if (known == kind) return wording;
    return kind;
}

Html draw_kind_choice(std::string_view shown, const Visit& visit) {
    return group(label(css("form-label"), for_("kind"), visit.in.tr("Kind")),
                 select_(css("form-select"), id("kind"), name("kind"), option(value(""), visit.in.tr("Any")),
                         each(kind_choices(), [&](const Choice& kind) {
                             return option(value(kind.value), selected(kind.value == shown),
                                           visit.in.tr(kind.label));
                         })));
}

/// About as many as `draw_passages` writes, so that its rows are not moved while they are written.
std::size_t bytes_drawn(const PassagesPage& page) {
    constexpr std::size_t around_rows = 1024, of_a_row = 300; // without the row's own words
    std::size_t bytes = around_rows;
    for (const PassageRow& row : page.rows)
        bytes += of_a_row + page.document.size() + row.anchor.size() + row.label.size() + row.text.size();
    return bytes;
}

/// Text attributes of a document's own language.
std::string_view direction(const std::string& language) {
    return web::direction_of(language);
}

} // namespace

std::string_view kind_wording(std::string_view kind) {
    for (const Choice& known : kind_choices())
        if (known.value == kind) return known.label;
    return kind;
}

Screen draw_list(const DocumentsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Documents");
    screen.section = "documents";
    screen.description =
        in.tr("Reports, replies and papers on the record, with an address for every paragraph.");
    Url here = Url("/documents").with("kind", page.kind).with("submitted_by", page.submitted_by);
    screen.feed = here.with("format", "atom");
    screen.other_faces = {{"JSON", here.with("format", "json")},
                          {"CSV", here.with("format", "csv")},
                          {"Atom", here.with("format", "atom")}};
    screen.body = group(
        h1(css("page-title"), screen.title),
        form(css("filters"), method("get"), action(Url("/documents")),
             div(css("field"), draw_kind_choice(page.kind, visit)),
             button(css("btn btn-primary"), type("submit"), in.tr("Show"))),
        table(
            css("table table-list"), data_sortable(),
            caption(in.tr("Documents, the newest on the record first")),
            thead(tr(th(scope("col"), data_sort("text"), in.tr("Symbol")),
                     th(scope("col"), data_sort("text"), in.tr("Title")),
                     th(scope("col"), data_sort("text"), in.tr("Kind")), th(scope("col"), in.tr("Date")),
                     th(scope("col"), data_sort("text"), in.tr("Submitted by")),
                     th(scope("col"), in.tr("Original language")))),
            tbody(each(page.rows, [&](const ListedDocument& document) { return row_of(document, visit); }))),
        when(page.rows.empty(), [&] { return p(in.tr("No documents here.")); }),
        when(!page.next.empty(), [&] {
            return nav(css("pager"), aria_label(in.tr("Pages")),
                       a(rel("next"), href(here.with("after", page.next)), in.tr("More documents")));
        }));
    return screen;
}

Screen draw_passages(const PassagesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    std::string cited = page.symbol.empty() ? page.title : page.symbol;
    screen.title = in.tr("Passages of {document}", {{"document", cited}});
    screen.section = "documents";
    screen.crumbs = crumbs_of(visit, page.document, cited);
    Url here = Url::of("documents", page.document, "passages");
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    std::string_view of_passage = in.tr("Passage"), of_kind = in.tr("Kind"), of_text = in.tr("Text");
    const auto kinds_here = passage_kinds(visit);
    std::string_view text_direction = direction(page.language);
    auto row_of_passage = [&](const PassageRow& row) {
        return tr(th(scope("row"), data_label(of_passage),
                     a(href(here.below(row.anchor)), bdi(row.label.empty() ? row.anchor : row.label))),
                  td(data_label(of_kind), wording_of(kinds_here, row.kind)),
                  td(data_label(of_text), lang(page.language), dir(text_direction), row.text));
    };
    screen.body.reserve(bytes_drawn(page));
    screen.body += group(
        h1(css("page-title"), bdi(screen.title)),
        table(css("table table-list"), caption(in.tr("Passages in their order")),
              thead(tr(th(scope("col"), of_passage), th(scope("col"), of_kind), th(scope("col"), of_text))),
              tbody(each(page.rows, row_of_passage))),
        when(page.next.has_value(), [&] {
            return nav(
                css("pager"), aria_label(in.tr("Pages")),
                a(rel("next"), href(here.with("after", std::to_string(*page.next))), in.tr("More passages")));
        }));
    return screen;
}

Screen draw_passage(const PassagePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = page.citation;
    screen.section = "documents";
    screen.description = first_characters(page.passage.text, 200);
    screen.crumbs = crumbs_of(visit, page.document, page.symbol.empty() ? page.title : page.symbol);
    Url here = Url::of("documents", page.document, "passages").below(page.passage.anchor);
    screen.other_faces = {{"JSON", here.with("quote", page.quote).with("format", "json")}};
    std::optional<Stretch> quoted;
    if (page.quote_begin && page.quote_end)
        quoted = {static_cast<std::size_t>(*page.quote_begin), static_cast<std::size_t>(*page.quote_end)};
    bool is_missing = !page.quote.empty() && !quoted;
    screen.body =
        group(h1(css("page-title"), bdi(page.citation)),
              when(is_missing,
                   [&] {
                       return p(css("notice notice-caution"), in.tr("The passage does not hold these words:"),
                                " ", q(dir("auto"), page.quote));
                   }),
              blockquote(css("passage-alone"), lang(page.language), dir(direction(page.language)),
                         p(draw_text(page.passage, page.document, false, quoted))),
              p(a(href(local(page.reader_address)), in.tr("Read it in its place"))),
              dl(css("facts"), fact(in.tr("Document"), Html(bdi(page.title))),
                 fact(in.tr("Language of the text"), Html(span(language_name(page.language)))),
                 fact(in.tr("Version"), Html(span(page.version))),
                 fact(in.tr("Address"), Html(code(here.text())))));
    return screen;
}

Screen draw_replies(const RepliesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Replies in {document}", {{"document", page.title}});
    screen.section = "documents";
    screen.crumbs = crumbs_of(visit, page.document, page.title);
    Url here = Url::of("documents", page.document, "replies");
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.body = group(
        h1(css("page-title"), bdi(screen.title)),
        table(css("table table-list"),
              caption(in.tr_n("{n} reply", "{n} replies", static_cast<std::int64_t>(page.rows.size()))),
              thead(tr(th(scope("col"), in.tr("Submitted by")), th(scope("col"), in.tr("Date")),
                       th(scope("col"), in.tr("Original language")))),
              tbody(each(page.rows, [&](const ReplyRow& row) {
                  return tr(th(scope("row"), data_label(in.tr("Submitted by")),
                               a(href(local(row.address)), bdi(row.name))),
                            td(data_label(in.tr("Date")), day_of(row.date, visit)),
                            td(data_label(in.tr("Original language")), language_name(row.original_language)));
              }))));
    return screen;
}

Screen draw_citations(const CitationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Citations of {document}", {{"document", page.title}});
    screen.section = "documents";
    screen.crumbs = crumbs_of(visit, page.document, page.title);
    Url here = Url::of("documents", page.document, "citations");
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.body =
        group(h1(css("page-title"), bdi(screen.title)), h2(in.tr("Documents it cites")),
              table(css("table table-list"), caption(in.tr("Symbols, and in how many passages")),
                    thead(tr(th(scope("col"), in.tr("Symbol")), th(scope("col"), in.tr("Title")),
                             th(scope("col"), css("number"), in.tr("Passages")))),
                    tbody(each(page.rows,
                               [&](const CitedRow& row) {
                                   return tr(th(scope("row"), data_label(in.tr("Symbol")),
                                                row.address.empty()
                                                    ? Html(bdi(row.symbol))
                                                    : Html(a(href(local(row.address)), bdi(row.symbol)))),
                                             td(data_label(in.tr("Title")),
                                                row.address.empty() ? Html(small(in.tr("not on this record")))
                                                                    : Html(bdi(row.title))),
                                             td(css("number"), data_label(in.tr("Passages")), row.passages));
                               }))),
              h2(in.tr("Where it is cited")),
              when(page.cited_by.empty(), [&] { return p(in.tr("Nowhere on this record yet.")); }),
              ul(each(page.cited_by, [&](const CitedByRow& row) {
                  return li(a(href(local(row.address)), bdi(row.citation)), ": ", bdi(row.text));
              })));
    return screen;
}

Screen draw_import_report(const ImportReportPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Import report of {document}", {{"document", page.title}});
    screen.section = "documents";
    screen.crumbs = crumbs_of(visit, page.document, page.title);
    Url here = Url::of("documents", page.document, "import-report");
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.body =
        group(h1(css("page-title"), bdi(screen.title)),
              p(in.tr("Nothing of the file was dropped. Lines that fit no passage are kept here, and what "
                      "the importer was not sure of.")),
              table(css("table table-list"),
                    caption(in.tr_n("{n} line", "{n} lines", static_cast<std::int64_t>(page.rows.size()))),
                    thead(tr(th(scope("col"), css("number"), in.tr("Line")), th(scope("col"), in.tr("Kind")),
                             th(scope("col"), in.tr("Detail")), th(scope("col"), in.tr("Text")))),
                    tbody(each(page.rows, [&](const RemarkRow& row) {
                        return tr(th(scope("row"), css("number"), data_label(in.tr("Line")), row.line),
                                  td(data_label(in.tr("Kind")), code(row.kind)),
                                  td(data_label(in.tr("Detail")), bdi(row.detail)),
                                  td(data_label(in.tr("Text")), lang(page.language), bdi(row.text)));
                    }))));
    return screen;
}

namespace {

Html draw_runs(const std::vector<RunRow>& runs) {
    return span(dir("auto"), each(runs, [](const RunRow& run) -> Html {
                    if (run.kind == "left") return del(run.text);
                    if (run.kind == "right") return ins(run.text);
                    return group(run.text);
                }));
}

Html draw_pair(const PairRow& row, const Visit& visit) {
    const auto& in = visit.in;
    auto pair = [](std::string_view stage, std::string_view wording, const Html& text) -> Html {
        return p(css("diff diff-row"), span(span(css(stage), wording)), " ", text);
    };
    if (row.equal) return pair("stage stage-done", in.tr("The same"), Html(bdi(row.left_text)));
    if (row.left_anchor.empty())
        return pair("stage", in.tr("Only in the second"), Html(span(ins(bdi(row.right_text)))));
    if (row.right_anchor.empty())
        return pair("stage", in.tr("Only in the first"), Html(span(del(bdi(row.left_text)))));
    return pair("stage stage-caution", in.tr("Wording differs"), draw_runs(row.runs));
}

} // namespace

Screen draw_comparison(const ComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("{left} beside {right}", {{"left", page.left}, {"right", page.right}});
    screen.section = "documents";
    screen.crumbs = crumbs_of(visit, page.document, page.left);
    screen.other_faces = {
        {"JSON", web::Url::same_site(visit.request.path).value_or(Url("/")).with("format", "json")}};
    screen.body =
        group(h1(css("page-title"), bdi(screen.title)),
              p(css("page-lead"), // xgettext:no-c-format
                in.tr("The two texts share {percent} % of their wording. Struck out: only "
                      "in the first. Underlined: only in the second.",
                      {{"percent", std::to_string(page.percent)}})),
              dl(css("facts"), fact(in.tr("First"), Html(a(href(local(page.left_address)), bdi(page.left)))),
                 fact(in.tr("Second"), Html(a(href(local(page.right_address)), bdi(page.right)))),
                 fact(in.tr("The same"), Html(span(in.number(page.equal)))),
                 fact(in.tr("Wording differs"), Html(span(in.number(page.changed)))),
                 fact(in.tr("Only in the first"), Html(span(in.number(page.only_left)))),
                 fact(in.tr("Only in the second"), Html(span(in.number(page.only_right))))),
              each(page.rows, [&](const PairRow& row) { return draw_pair(row, visit); }),
              when(page.next.has_value(), [&] {
                  return nav(css("pager"), aria_label(in.tr("Pages")),
                             a(rel("next"),
                               href(local(visit.request.path).with("after", std::to_string(*page.next))),
                               in.tr("More")));
              }));
    return screen;
}

} // namespace poa::documents
