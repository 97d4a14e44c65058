// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_drawing.hpp"
#include "web/drawing.hpp"

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

using namespace web::drawing;

constexpr int left_margin = 190;
constexpr int row_height = 34;
constexpr int plot_width = 680;

/// One line a word, one dot a statement at its count; the band of the word behind it. The table below says
/// the same in numbers.
Html word_plot(const PublishedPage& page, const Visit& visit) {
    const int most = static_cast<int>(std::max<std::int64_t>(page.replied, 1));
    auto at = [&](std::int64_t count) {
        return left_margin + static_cast<int>(count * (plot_width - left_margin - 20) / most);
    };
    Html lines;
    int top = 24;
    for (const WordRow& row : page.words) {
        const int middle = top + row_height / 2;
        lines += svg_text(x(left_margin - 10), y(middle + 4), text_anchor("end"),
                          quantifier_words(row.word, visit));
        if (row.band)
            lines += rect(css("band"), x(at(row.band->least) - 5), y(top + 3),
                          width(at(std::min<std::int64_t>(row.band->most, most)) - at(row.band->least) + 10),
                          height(row_height - 6), rx(3));
        std::map<std::int64_t, int> stacked;
        for (std::int64_t count : row.counts) {
            const int over = stacked[count]++;
            lines += circle(css("dot"), cx(at(count)), cy(middle + 8 - 5 * (over % 4)), radius(3));
        }
        top += row_height;
    }
    for (int count = 0; count <= most; count += 5)
        lines += svg_text(css("axis"), x(at(count)), y(14), text_anchor("middle"), count);
    const std::string box = fmt::format("0 0 {} {}", plot_width, top + 6);
    return div(css("plot-frame"), tabindex(0), role("region"),
               aria_label(visit.in.tr("Counts of the statements that use each word")),
               svg(css("plot"), view_box(box), role("img"),
                   svg_title(visit.in.tr("Counts of the statements that use each word")), lines));
}

std::string counts_of(const WordRow& row) {
    std::string text;
    for (std::int64_t count : row.counts) {
        if (!text.empty()) text += ", ";
        text += std::to_string(count);
    }
    return text;
}

Html word_table(const PublishedPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), caption(in.tr("Each word, its band and the counts it was used for")),
        thead(tr(th(scope("col"), in.tr("Word")), th(scope("col"), in.tr("Band")),
                 th(scope("col"), in.tr("Counts of its statements")))),
        tbody(each(page.words, [&](const WordRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Word")), quantifier_words(row.word, visit)),
                      td(data_label(in.tr("Band")),
                         row.band ? in.tr("{least} to {most}", {{"least", std::to_string(row.band->least)},
                                                                {"most", std::to_string(row.band->most)}})
                                  : std::string(in.tr("none is left for it"))),
                      td(data_label(in.tr("Counts")), counts_of(row)));
        })));
}

Html inseparable_list(const PublishedPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.inseparable.empty()) return {};
    return group(p(in.tr("Wherever the line is drawn, some statements lie on its wrong side:")),
                 ul(each(page.inseparable, [&](const InseparableRow& row) {
                     return li(in.tr("“{more}” and “{fewer}”: {wrong} of {examples} statements",
                                     {{"more", quantifier_words(row.more, visit)},
                                      {"fewer", quantifier_words(row.fewer, visit)},
                                      {"wrong", std::to_string(row.wrong)},
                                      {"examples", std::to_string(row.examples)}}));
                 })));
}

Html claims_table(const PublishedPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), data_sortable(), caption(in.tr("The published statements, each counted")),
        thead(tr(th(scope("col"), in.tr("Paragraph")), th(scope("col"), in.tr("Published word")),
                 th(scope("col"), css("number"), data_sort("number"), in.tr("Firm or conditional")),
                 th(scope("col"), css("number"), data_sort("number"), in.tr("With what was inferred")),
                 th(scope("col"), data_sort("text"), in.tr("Fit")),
                 th(scope("col"), in.tr("Statement as counted")))),
        tbody(each(page.rows, [&](const ClaimRow& row) {
            return tr(th(scope("row"), data_label(in.tr("Paragraph")), row.id),
                      td(data_label(in.tr("Published word")), span(lang("en"), row.published_quantifier)),
                      td(css("number"), data_label(in.tr("Firm or conditional")), row.strict.count),
                      td(css("number"), data_label(in.tr("With what was inferred")), row.loose.count),
                      td(data_label(in.tr("Fit")), fit_words(row.fit, visit)),
                      td(data_label(in.tr("Statement")),
                         a(href(Url::of("views", "summary", row.id)), row.sentence)));
        })));
}

} // namespace

Screen draw_published(const PublishedPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("The summary against the published text");
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    screen.description =
        in.tr("Where the words of the published summary fit the counts, and where they say more or fewer.");
    Html document;
    if (!page.document_slug.empty())
        document = p(in.tr("Published text:"), " ",
                     a(href(Url::of("documents", page.document_slug)), page.document));
    screen.body = group(
        h1(screen.title), p(screen.description), document,
        ul(css("facts"), each(page.fits,
                              [&](const FitRow& row) {
                                  return li(in.tr_n("{n} statement", "{n} statements", row.claims), ": ",
                                            fit_words(row.fit, visit));
                              })),
        h2(id("words"), in.tr("What the words stand for")), word_plot(page, visit), word_table(page, visit),
        inseparable_list(page, visit), h2(id("statements"), in.tr("The statements")),
        claims_table(page, visit),
        p(css("muted"), in.tr("A word that fits says nothing of whether the statement is right; a count says "
                              "only what was read in the replies.")));
    screen.other_faces = {{"JSON", Url("/views/published")}, {"CSV", Url("/views/published")}};
    return screen;
}

} // namespace poa::views
