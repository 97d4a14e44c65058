// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/documents/importing/actor_names.hpp"
#include "capabilities/documents/importing/anchors.hpp"
#include "capabilities/documents/importing/contents_list.hpp"
#include "capabilities/documents/importing/structure.hpp"

namespace poa::documents {
namespace {

struct Reference {
    std::size_t passage;
    std::size_t mark;
};

using References = std::map<std::string, std::vector<Reference>>;

References collect_references(const ParsedDocument& document) {
    References found;
    for (std::size_t p = 0; p < document.passages.size(); ++p) {
        const std::vector<Mark>& marks = document.passages[p].marks;
        for (std::size_t m = 0; m < marks.size(); ++m)
            if (marks[m].kind == Mark::Kind::note) found[marks[m].target].push_back({p, m});
    }
    return found;
}

/// Notes stand at the foot of the page of their reference, so the reference is the last before; else the
/// first after.
const Reference* reference_of(const References& references, const std::string& number, std::size_t note) {
    auto found = references.find(number);
    if (found == references.end()) return nullptr;
    const std::vector<Reference>& list = found->second;
    auto after =
        std::partition_point(list.begin(), list.end(), [&](const Reference& r) { return r.passage < note; });
    return after == list.begin() ? &list.front() : &*(after - 1);
}

std::string note_anchor(const std::string& reply, const std::string& number) {
    std::string name = number.find_first_not_of('*') == std::string::npos ? "asterisk" : slug(number);
    std::string own = "note-" + (name.empty() ? "x" : name);
    return reply.empty() ? own : reply + "/" + own;
}

std::string reply_name(const ParsedDocument& document, const std::string& anchor) {
    for (const Reply& reply : document.replies)
        if (reply.anchor == anchor) return reply.name + ", ";
    return {};
}

/// A star at the end of a line refers to the star at the foot: the only reference that needs no raised
/// number.
void refer_by_star(ParsedDocument& document) {
    bool has_note = std::any_of(document.passages.begin(), document.passages.end(), [](const Passage& p) {
        return p.kind == PassageKind::footnote && p.number == "*";
    });
    if (!has_note) return;
    for (Passage& passage : document.passages) {
        if (passage.kind == PassageKind::footnote) break;
        if (!passage.text.ends_with('*')) continue;
        passage.text.pop_back();
        auto end = static_cast<std::uint32_t>(passage.text.size());
        for (Mark& mark : passage.marks) mark.end = std::min(mark.end, end);
        passage.marks.push_back({Mark::Kind::note, end, end, "*", {}});
    }
}

} // namespace

void link_footnotes(ParsedDocument& document) {
    refer_by_star(document);
    References references = collect_references(document);
    AnchorBook book;
    for (const Passage& passage : document.passages) book.take(passage.anchor);
    for (std::size_t i = 0; i < document.passages.size(); ++i) {
        Passage& note = document.passages[i];
        if (note.kind != PassageKind::footnote) continue;
        const Reference* reference = reference_of(references, note.number, i);
        if (reference)
            note.reply = document.passages[reference->passage].reply;
        else
            document.remarks.push_back({note.lines.front().first, "footnote_without_reference", note.number});
        note.anchor = book.take(note_anchor(note.reply, note.number));
        note.label = reply_name(document, note.reply) + "footnote " + note.number;
        if (reference) document.passages[reference->passage].marks[reference->mark].anchor = note.anchor;
    }
    for (const Passage& passage : document.passages)
        for (const Mark& mark : passage.marks)
            if (mark.kind == Mark::Kind::note && mark.anchor.empty())
                document.remarks.push_back(
                    {passage.lines.front().first, "reference_without_footnote", mark.target});
}

void take_pages_from_contents(ParsedDocument& document) {
    std::map<std::string, int> pages;
    for (const Passage& passage : document.passages)
        if (passage.kind == PassageKind::contents) pages = pages_in_contents(passage.text);
    if (pages.empty()) return;
    for (Passage& passage : document.passages) {
        if (passage.kind != PassageKind::heading || passage.page) continue;
        // An entry names one heading; the same words again further on are another's.
        auto found = pages.find(fold_name(passage.text));
        if (found == pages.end()) continue;
        passage.page = found->second;
        pages.erase(found);
    }
}

} // namespace poa::documents
