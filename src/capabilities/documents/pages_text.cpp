// SPDX-License-Identifier: Apache-2.0
// The text of a passage with its marks as HTML: runs between the places where a mark begins or ends.
#include "capabilities/documents/pages_drawing.hpp"

#include <set>

namespace poa::documents {
namespace {

using namespace web::html;
using web::Html;
using web::Url;

Url note_url(const MarkRow& mark, std::string_view document, bool notes_here) {
    if (notes_here) return Url::here(mark.anchor);
    auto url = Url::same_site("/documents/" + percent_encode(document) + "/passages/" +
                              percent_encode(mark.anchor, true));
    return url.value_or(Url::here(mark.anchor));
}

Html note_reference(const MarkRow& mark, std::string_view document, bool notes_here) {
    if (mark.anchor.empty()) return sup(css("passage-reference"), mark.target);
    return sup(css("passage-reference"), a(href(note_url(mark, document, notes_here)), mark.target));
}

/// One run, innermost first: text, emphasis, strong, link.
Html run_of(std::string_view text, const std::vector<const MarkRow*>& over) {
    const MarkRow* link_mark = nullptr;
    bool emphasised = false, is_strong = false;
    for (const MarkRow* mark : over) {
        emphasised = emphasised || mark->kind == "emphasis";
        is_strong = is_strong || mark->kind == "strong";
        if (mark->kind == "symbol" || mark->kind == "link") link_mark = mark;
    }
    Html run = group(text);
    if (emphasised) run = Html(em(run));
    if (is_strong) run = Html(strong(run));
    if (link_mark == nullptr) return run;
    auto url = link_mark->kind == "symbol"
                   ? Url::same_site("/symbols/" + percent_encode(link_mark->target, true))
                   : Url::outside(link_mark->target);
    return url ? Html(a(href(*url), run)) : run;
}

} // namespace

Html draw_text(const PassageRow& passage, std::string_view document, bool notes_here,
               std::optional<Stretch> quoted) {
    if (passage.marks.empty() && !quoted) return group(passage.text);
    std::set<std::size_t> places = {0, passage.text.size()};
    for (const MarkRow& mark : passage.marks) {
        places.insert(static_cast<std::size_t>(mark.begin));
        places.insert(static_cast<std::size_t>(mark.end));
    }
    if (quoted) places.insert({quoted->begin, quoted->end});
    Html out, in_quote;
    for (auto place = places.begin(); place != places.end(); ++place) {
        if (quoted && *place == quoted->end) out += mark(id("quote"), in_quote);
        bool is_quoted = quoted && *place >= quoted->begin && *place < quoted->end;
        Html& here = is_quoted ? in_quote : out;
        for (const MarkRow& mark : passage.marks)
            if (mark.kind == "note" && static_cast<std::size_t>(mark.begin) == *place)
                here += note_reference(mark, document, notes_here);
        auto next = std::next(place);
        if (next == places.end()) break;
        std::vector<const MarkRow*> over;
        for (const MarkRow& mark : passage.marks)
            if (mark.kind != "note" && static_cast<std::size_t>(mark.begin) <= *place &&
                static_cast<std::size_t>(mark.end) >= *next)
                over.push_back(&mark);
        here += run_of(std::string_view(passage.text).substr(*place, *next - *place), over);
    }
    return out;
}

} // namespace poa::documents
