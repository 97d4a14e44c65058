// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_text_parts.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/pages_text_acts.hpp"

#include <utility>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

void add_lines(Html& out, std::string_view words) {
    bool is_first = true;
    for (const std::string_view line : split(words, '\n')) {
        if (!is_first) out += br();
        is_first = false;
        out += group(line);
    }
}

/// Puts words one behind another; what stands in square brackets is marked, with the brackets.
class Marking {
  public:
    void add_words(std::string_view words) {
        std::size_t done = 0;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at] == '[' && depth_++ == 0) {
                add_lines(out_, words.substr(done, at - done));
                done = at;
            } else if (words[at] == ']' && depth_ > 0 && --depth_ == 0) {
                add_lines(inside_, words.substr(done, at + 1 - done));
                done = at + 1;
                close();
            }
        }
        add_lines(depth_ > 0 ? inside_ : out_, words.substr(done));
    }
    void add(const Html& part) { (depth_ > 0 ? inside_ : out_) += part; }
    [[nodiscard]] Html finish() {
        close();
        return std::move(out_);
    }

  private:
    void close() {
        if (inside_.empty()) return;
        out_ += mark(inside_);
        inside_ = Html();
    }
    Html out_, inside_;
    std::int64_t depth_ = 0;
};

std::string name_of_author(const AmendmentRow& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.by.empty()) return std::string(in.tr("not attributed"));
    if (row.attributed) return row.by_name;
    return in.tr("{name}, not attributed: the Chair alone knows", {{"name", row.by_name}});
}

/// What it asks for, where that is no wording.
Html asked_of(const AmendmentRow& row, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    if (row.parent != 0 || row.kind != AmendmentKind::move) return {};
    if (row.beside.empty()) return p(in.tr("To the beginning of the text."));
    return p(in.tr("Behind {paragraph}.", {{"paragraph", look.name_of_paragraph(row.beside)}}));
}

/// Where it was made of a wording that is not the present one.
Html older_note(const AmendmentRow& row, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    const bool depends = row.parent != 0 || !(is_insertion(row.kind) || row.kind == AmendmentKind::move);
    if (!row.on_older_wording || !depends) return {};
    if (row.collisions.empty())
        return p(css("muted"), in.tr("Made of version {n}; what it amends changed elsewhere since.",
                                     {{"n", in.number(row.version)}}));
    Html list;
    for (const CollisionRow& one : row.collisions)
        list += li(dir("auto"), in.tr("“{base}” became “{now}”; proposed is “{proposed}”.",
                                      {{"base", look.plain(one.base)},
                                       {"now", look.plain(one.now)},
                                       {"proposed", look.plain(one.proposed)}}));
    return div(css("notice notice-caution"),
               p(in.tr("Made of version {n}; what it amends changed at the same place since.",
                       {{"n", in.number(row.version)}})),
               ul(list));
}

} // namespace

WordingLook::WordingLook(const TextHead& head, Numbering numbering, const Visit& visit, bool anchors_here)
    : proposal_(head.proposal), language_(head.language), numbering_(std::move(numbering)), visit_(visit),
      anchors_here_(anchors_here) {}

Html WordingLook::reference(const Piece& piece) const {
    if (piece.kind == Piece::Kind::removed) return em(lang(visit_.in.code()), visit_.in.tr(removed_words()));
    const Url to = anchors_here_ ? Url::here(piece.text)
                                 : Url::of("decisions", std::to_string(proposal_), "text").at(piece.text);
    return a(href(to), piece.number);
}

Html WordingLook::words(std::string_view text) const {
    Marking marking;
    for (const Piece& piece : pieces_of(text, numbering_)) {
        if (piece.kind == Piece::Kind::words)
            marking.add_words(piece.text);
        else
            marking.add(reference(piece));
    }
    return marking.finish();
}

Html WordingLook::runs(const std::vector<WordingRunRow>& of_wording) const {
    Html out;
    for (const WordingRunRow& row : of_wording) {
        const Html wording = words(row.text);
        if (row.kind == "removed")
            out += del(wording);
        else if (row.kind == "added")
            out += ins(wording);
        else
            out += wording;
        // A blank between old and new words that met only here.
        if (&row != &of_wording.back()) add_lines(out, row.gap.empty() ? " " : row.gap);
    }
    return out;
}

std::string WordingLook::plain(std::string_view text) const {
    return shown(text, numbering_, visit_.in.tr(removed_words()));
}

std::string WordingLook::name_of_paragraph(std::string_view key) const {
    const auto found = numbering_.find(std::string(key));
    if (found == numbering_.end()) return std::string(visit_.in.tr(removed_words()));
    const std::string number = visit_.in.number(static_cast<std::int64_t>(found->second));
    return visit_.in.tr("paragraph {n}", {{"n", number}});
}

Html WordingLook::paragraph(const Html& wording) const {
    return p(css("diff"), lang(language_), dir(web::direction_of(language_)), wording);
}

Url text_address(const TextHead& head) {
    return Url::of("decisions", std::to_string(head.proposal), "text");
}

Screen text_screen(const TextHead& head, const Visit& visit, std::string page_title, bool is_text_page) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = std::move(page_title);
    screen.section = "decisions";
    screen.crumbs = {{std::string(in.tr("Decisions")), Url("/decisions")},
                     {head.symbol.empty() ? head.title : head.symbol,
                      Url::of("decisions", std::to_string(head.proposal))}};
    if (!is_text_page) screen.crumbs.push_back({std::string(in.tr("Negotiated text")), text_address(head)});
    return screen;
}

Html text_facts(const TextHead& head, const Visit& visit) {
    const auto& in = visit.in;
    Html list = group(dt(in.tr("On")),
                      dd(a(href(Url::of("decisions", std::to_string(head.proposal))), bdi(head.title))));
    if (!head.symbol.empty()) list += group(dt(in.tr("Symbol")), dd(bdi(head.symbol)));
    list += group(dt(in.tr("Stage")), dd(in.tr(title_of(head.stage))));
    const auto language = web::parse_language(head.language);
    if (language)
        list += group(dt(in.tr("Language of the negotiation")),
                      dd(bdi(lang(head.language), web::own_name_of(*language))));
    return dl(css("facts"), list);
}

Html text_acts(const std::vector<TextActRow>& acts, std::string_view of, const Visit& visit) {
    const auto& in = visit.in;
    Html list;
    for (const TextActRow& row : acts) {
        const auto url = Url::same_site(row.address);
        const TextCommand* command = find_text_command(row.command);
        if (!url || command == nullptr) continue;
        const std::string_view words =
            row.kind.empty() ? in.tr(command->title) : in.tr("Propose a new paragraph after it");
        list += li(a(css("btn btn-secondary"), href(*url), words,
                     when(!of.empty(), [&] { return span(css("visually-hidden"), " (", of, ")"); })));
    }
    if (list.empty()) return {};
    return ul(css("button-list"), list);
}

std::string name_of_amendment(const AmendmentRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const std::string number = in.number(row.number);
    if (row.parent == 0) return in.tr("Amendment {n}", {{"n", number}});
    return in.tr("Amendment {n} to amendment {parent}", {{"n", number}, {"parent", in.number(row.parent)}});
}

Html draw_amendment(const AmendmentRow& row, const WordingLook& look, bool below_paragraph,
                    const Visit& visit) {
    const auto& in = visit.in;
    const std::string name_of_it = name_of_amendment(row, visit);
    const std::string_view what =
        row.parent == 0 ? in.tr(title_of(row.kind)) : in.tr("Another wording of the amendment");
    const Html heading = below_paragraph ? Html(h4(name_of_it)) : Html(h3(name_of_it));
    Html body_of_it =
        p(css("muted"), what, " · ", bdi(name_of_author(row, visit)), " · ", in.moment(row.made));
    body_of_it += asked_of(row, look, visit);
    if (!row.runs.empty()) body_of_it += look.paragraph(look.runs(row.runs));
    body_of_it += older_note(row, look, visit);
    if (!row.reason.empty()) body_of_it += p(strong(in.tr("Reason")), ": ", span(dir("auto"), row.reason));
    body_of_it += text_acts(row.acts, name_of_it, visit);
    return article(css("passage-note"), id("amendment-" + std::to_string(row.number)), heading, body_of_it);
}

std::string cause_words(const TextVersionRow& version, const Visit& visit) {
    const auto& in = visit.in;
    if (version.cause == "begun") return std::string(in.tr("first version"));
    if (version.cause == "amended")
        return in.tr("amendment {n} taken in", {{"n", in.number(version.amendment.value_or(0))}});
    if (version.cause == "compiled") return std::string(in.tr("open amendments compiled"));
    if (version.cause == "reworded") return std::string(in.tr("paragraph reworded by the Chair"));
    if (version.cause == "moved") return std::string(in.tr("paragraph moved by the Chair"));
    if (version.cause == "marked") return std::string(in.tr("mark “agreed ad referendum” set or taken away"));
    if (version.cause == "undone")
        return in.tr("reads as version {n} again", {{"n", in.number(version.restored.value_or(0))}});
    return version.cause;
}

} // namespace poa::decisions
