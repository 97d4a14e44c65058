// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/structure.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/anchors.hpp"
#include "capabilities/documents/importing/contents_list.hpp"
#include "capabilities/documents/importing/dates.hpp"
#include "capabilities/documents/importing/heading_levels.hpp"
#include "capabilities/documents/importing/list_nesting.hpp"
#include "capabilities/documents/importing/table_rows.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t anchor_words_max = 6;
constexpr std::size_t label_characters_max = 80;
constexpr int no_indent = 1'000;

bool is_annex(std::string_view text) {
    std::string lower = ascii_lower(text);
    return lower == "annex" || lower.starts_with("annex ") || lower.starts_with("appendix") ||
           lower == "annexes";
}

/// What belongs to the reply at hand, or to the document's own text outside replies.
struct Scope {
    std::string anchor; ///< "" or "egy"
    std::string name;   ///< "" or "Egypt"
    int base_level = 0;
    int paragraphs = 0, tables = 0, quotations = 0, listings = 0, details = 0, headings = 0;
};

class StructureBuilder {
  public:
    StructureBuilder(const std::vector<Block>& blocks, const FrontMatter& front, const ActorNames& names,
                     ParsedDocument& document)
        : blocks_(blocks), front_(front), names_(names), document_(document),
          headings_(are_heading_marks_consistent(blocks)) {}

    void build() {
        for (at_ = 0; at_ < blocks_.size(); ++at_) add_block(blocks_[at_]);
        finish_reply();
    }

  private:
    void add_block(const Block& block) {
        if (block.kind == Block::Kind::footnote) return add_footnote(block);
        if (at_ < front_.end) return add_front(block);
        if (begins_contents_list(blocks_, at_)) return add_contents();
        if (begins_reply()) return begin_reply(block);
        if (read_reply_details(block.source) && !scope_.anchor.empty()) return add_details(block);
        switch (block.kind) {
        case Block::Kind::heading:
            return add_heading(block);
        case Block::Kind::item:
            return add_item(block);
        case Block::Kind::table:
            return add_table(block);
        case Block::Kind::quotation:
            return add_loose(block, PassageKind::quotation, "q", "quotation", ++scope_.quotations);
        case Block::Kind::preformatted:
            return add_loose(block, PassageKind::preformatted, "listing-", "listing", ++scope_.listings);
        case Block::Kind::text:
        case Block::Kind::footnote:
            return add_paragraph(block);
        }
    }

    // -- what every passage has
    // ----------------------------------------------------------------------------------

    [[nodiscard]] std::string scoped(const std::string& anchor) const {
        return scope_.anchor.empty() ? anchor : scope_.anchor + "/" + anchor;
    }
    [[nodiscard]] std::string labelled(const std::string& label) const {
        return scope_.name.empty() ? label : scope_.name + ", " + label;
    }

    Passage& add_passage(const Block& block, PassageKind kind, const std::string& wanted, std::string label) {
        Passage passage;
        passage.kind = kind;
        passage.anchor = anchors_.take(wanted);
        passage.label = std::move(label);
        passage.reply = scope_.anchor;
        passage.section = headings_.open().empty() ? std::string() : headings_.open().back().anchor;
        if (block.page > 0) passage.page = static_cast<int>(block.page);
        passage.lines = block.lines;
        document_.passages.push_back(std::move(passage));
        return document_.passages.back();
    }

    void set_text(Passage& passage, std::string_view source, bool keep_breaks, std::uint32_t line) {
        InlineText read = read_inline(source, keep_breaks);
        mark_symbols(read);
        for (std::string& dropped : read.dropped_links)
            document_.remarks.push_back({line, "link_dropped", std::move(dropped)});
        passage.text = std::move(read.text);
        passage.marks = std::move(read.marks);
        passage.joined = std::move(read.joined);
    }

    // -- kinds
    // -----------------------------------------------------------------------------------------------------

    void add_front(const Block& block) {
        bool title = front_.title == at_;
        Passage& passage = title ? add_passage(block, PassageKind::title, "title", "title")
                                 : add_passage(block, PassageKind::front_matter,
                                               "front/" + std::to_string(++scope_.details), "front matter");
        set_text(passage, block.source, !title, block.lines.front().first);
    }

    void add_contents() {
        std::size_t end = end_of_contents_list(blocks_, at_);
        Block whole = blocks_[at_];
        for (std::size_t i = at_ + 1; i < end; ++i) {
            whole.source += '\n' + blocks_[i].source;
            whole.lines.insert(whole.lines.end(), blocks_[i].lines.begin(), blocks_[i].lines.end());
        }
        Passage& passage = add_passage(whole, PassageKind::contents, "contents", "contents");
        InlineText rows = read_table_rows(whole.source);
        passage.text = std::move(rows.text);
        passage.marks = std::move(rows.marks);
        at_ = end - 1;
    }

    void add_heading(const Block& block) {
        auto enumerator = read_heading_enumerator(block.source);
        std::string plain = read_inline(block.source).text;
        if (is_annex(plain)) leave_replies();
        headings_.close_for(block, enumerator);
        ++scope_.headings;
        int level = scope_.base_level + static_cast<int>(headings_.open().size()) + 1;
        std::string anchor = heading_anchor(enumerator, plain);
        Passage& passage = add_passage(block, PassageKind::heading, anchor, heading_label(enumerator, plain));
        passage.level = level;
        if (enumerator) passage.number = enumerator->number;
        set_text(passage, block.source, false, block.lines.front().first);
        headings_.push(block, enumerator, passage.anchor);
        numbered_indent_ = no_indent;
        lists_.start_at({passage.anchor, passage.label});
    }

    /// "section-iv"; "section-iii-a" under a numbered one; "section-scope", "section-iii-scope".
    [[nodiscard]] std::string heading_anchor(const std::optional<Enumerator>& enumerator,
                                             std::string_view plain) const {
        std::string own =
            enumerator ? ascii_lower(enumerator->number) : anchor_words(plain, anchor_words_max);
        if (own.empty()) own = "h" + std::to_string(scope_.headings);
        bool whole_number = enumerator && enumerator->number.find('.') != std::string::npos;
        for (auto parent = headings_.open().rbegin(); !whole_number && parent != headings_.open().rend();
             ++parent)
            if (parent->numbered) return parent->anchor + "-" + own;
        std::string plain_anchor = scoped("section-" + own);
        if (!anchors_.is_taken(plain_anchor) || headings_.open().empty()) return plain_anchor;
        return headings_.open().back().anchor + "-" + own;
    }

    [[nodiscard]] std::string heading_label(const std::optional<Enumerator>& enumerator,
                                            const std::string& plain) const {
        if (!enumerator) {
            std::string_view shown = first_characters(plain, label_characters_max);
            return labelled("“" + std::string(shown) + (shown.size() < plain.size() ? "…”" : "”"));
        }
        bool bracket =
            enumerator->kind == Enumerator::Kind::letter || enumerator->kind == Enumerator::Kind::roman;
        std::string number = bracket ? "(" + enumerator->number + ")" : enumerator->number;
        return labelled("section " + number);
    }

    void add_paragraph(const Block& block) {
        ++scope_.paragraphs;
        std::string number = std::to_string(scope_.paragraphs);
        Passage& passage = add_passage(block, PassageKind::paragraph, scoped("p" + number),
                                       labelled("unnumbered para. " + number));
        set_text(passage, block.source, block.breaks_kept, block.lines.front().first);
        lists_.interrupt_at({passage.anchor, passage.label});
    }

    void add_item(const Block& block) {
        if (block.enumerator->kind == Enumerator::Kind::number && !is_inner_number(block))
            return add_numbered(block);
        std::string before = document_.passages.empty() ? std::string() : document_.passages.back().text;
        PlacedItem placed = lists_.place(*block.enumerator, block.indent, before.ends_with(':'));
        Passage& passage = add_passage(block, PassageKind::item, placed.anchor, placed.label);
        passage.number = placed.number;
        passage.level = placed.level;
        set_text(passage, block.source, false, block.lines.front().first);
    }

    /// "1." indented inside an open list or under a numbered paragraph, or "(1)" anywhere.
    [[nodiscard]] bool is_inner_number(const Block& block) const {
        if (block.enumerator->bracketed) return true;
        return block.indent >= 2 && (lists_.is_open() || block.indent >= numbered_indent_ + 4) &&
               block.enumerator->number.find('.') == std::string::npos;
    }

    void add_numbered(const Block& block) {
        const std::string& number = block.enumerator->number;
        std::string wanted = scoped("para-" + number);
        if (anchors_.is_taken(wanted) && !headings_.open().empty())
            wanted = headings_.open().back().anchor + "/para-" + number;
        Passage& passage = add_passage(block, PassageKind::paragraph, wanted, labelled("para. " + number));
        passage.number = number;
        numbered_indent_ = block.indent;
        passage.level = static_cast<int>(std::count(number.begin(), number.end(), '.'));
        set_text(passage, block.source, false, block.lines.front().first);
        lists_.start_at({passage.anchor, passage.label});
    }

    void add_table(const Block& block) {
        std::string number = std::to_string(++scope_.tables);
        Passage& passage =
            add_passage(block, PassageKind::table, scoped("table-" + number), labelled("table " + number));
        InlineText rows = read_table_rows(block.source);
        mark_symbols(rows);
        passage.text = std::move(rows.text);
        passage.marks = std::move(rows.marks);
    }

    void add_loose(const Block& block, PassageKind kind, const std::string& stem, const std::string& word,
                   int count) {
        std::string number = std::to_string(count);
        Passage& passage = add_passage(block, kind, scoped(stem + number), labelled(word + " " + number));
        if (kind == PassageKind::preformatted)
            passage.text = block.source;
        else
            set_text(passage, block.source, false, block.lines.front().first);
    }

    /// Anchor and label come with the reference (link_footnotes); until then a place no other passage can
    /// take.
    void add_footnote(const Block& block) {
        Passage& passage = add_passage(block, PassageKind::footnote, "#" + std::to_string(at_), {});
        passage.number = block.note_number;
        set_text(passage, block.source, false, block.lines.front().first);
    }

    // -- replies
    // -----------------------------------------------------------------------------------------------------

    /// A heading, or a short line of its own, with "[Original: ...]" after it.
    [[nodiscard]] bool begins_reply() const {
        const Block& block = blocks_[at_];
        if (block.kind != Block::Kind::heading && block.kind != Block::Kind::text) return false;
        if (block.source.size() > 120 || read_reply_details(block.source)) return false;
        for (std::size_t i = at_ + 1; i < blocks_.size() && i <= at_ + 4; ++i) {
            if (blocks_[i].kind == Block::Kind::footnote) continue;
            return read_reply_details(blocks_[i].source).has_value();
        }
        return false;
    }

    void begin_reply(const Block& block) {
        if (scope_.anchor.empty())
            outer_level_ = headings_.open().empty() ? 0 : static_cast<int>(headings_.open().size());
        finish_reply();
        headings_.clear();
        Reply reply;
        reply.name = read_inline(block.source).text;
        auto actor = names_.find(reply.name);
        if (actor) reply.iso3 = actor->iso3();
        std::string wanted =
            reply.iso3.empty() ? anchor_words(reply.name, anchor_words_max) : ascii_lower(reply.iso3);
        if (!actor)
            document_.remarks.push_back({block.lines.front().first, "reply_of_unknown_name", reply.name});
        outer_ = scope_.anchor.empty() ? scope_ : outer_;
        scope_ = Scope{};
        scope_.name = reply.name;
        Passage& passage =
            add_passage(block, PassageKind::heading, wanted.empty() ? "reply" : wanted, reply.name);
        passage.level = outer_level_ + 1;
        set_text(passage, block.source, false, block.lines.front().first);
        scope_.anchor = passage.anchor;
        scope_.base_level = passage.level;
        passage.reply = passage.anchor;
        reply.anchor = passage.anchor;
        reply.first = document_.passages.size() - 1;
        lists_.start_at({passage.anchor, passage.label});
        document_.replies.push_back(std::move(reply));
    }

    void add_details(const Block& block) {
        ReplyDetails details = *read_reply_details(block.source);
        Reply& reply = document_.replies.back();
        add_details_passage(block);
        reply.original_language = details.language;
        reply.date = details.date;
        if (!details.date && at_ + 1 < blocks_.size()) take_date_below(reply);
        if (!reply.original_language)
            document_.remarks.push_back({block.lines.front().first, "reply_without_language", reply.name});
        if (!reply.date)
            document_.remarks.push_back({block.lines.front().first, "reply_without_date", reply.name});
    }

    void add_details_passage(const Block& block) {
        std::string number = ++scope_.details == 1 ? "" : "-" + std::to_string(scope_.details);
        Passage& passage =
            add_passage(block, PassageKind::front_matter, scoped("details" + number), labelled("details"));
        set_text(passage, block.source, true, block.lines.front().first);
    }

    void take_date_below(Reply& reply) {
        const Block& below = blocks_[at_ + 1];
        if (below.kind != Block::Kind::text || !trim(below.source).starts_with('[')) return;
        reply.date = read_date(trim(read_inline(below.source).text));
        if (!reply.date) return;
        ++at_;
        add_details_passage(below);
    }

    void finish_reply() {
        if (!scope_.anchor.empty()) document_.replies.back().last = document_.passages.size() - 1;
    }

    void leave_replies() {
        if (!scope_.anchor.empty()) {
            finish_reply();
            scope_ = outer_;
        }
        headings_.clear();
    }

    const std::vector<Block>& blocks_;
    const FrontMatter& front_;
    const ActorNames& names_;
    ParsedDocument& document_;
    HeadingStack headings_;
    ListNesting lists_;
    AnchorBook anchors_;
    Scope scope_, outer_;
    int outer_level_ = 0;
    int numbered_indent_ =
        no_indent; ///< of the last numbered paragraph; after a heading none is inside another
    std::size_t at_ = 0;
};

} // namespace

void build_structure(const std::vector<Block>& blocks, const FrontMatter& front, const ActorNames& names,
                     ParsedDocument& document) {
    StructureBuilder(blocks, front, names, document).build();
}

} // namespace poa::documents
