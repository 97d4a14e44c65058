// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/documents/importing/blocks.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace poa::documents {
namespace {

/// Shorter texts that end without a full stop are lines of their own: dates, names, signatures.
constexpr std::size_t running_text_bytes_min = 90;

UChar32 first_character(std::string_view text) {
    UChar32 c = 0;
    int32_t i = 0;
    if (text.empty()) return 0;
    U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), c);
    return c;
}

UChar32 last_character(std::string_view text) {
    UChar32 c = 0;
    auto i = static_cast<int32_t>(text.size());
    if (text.empty()) return 0;
    U8_PREV(text.data(), 0, i, c);
    return c;
}

/// The text's end without closing markup, so that its last sign is one a reader sees.
std::string_view visible_end(std::string_view text) {
    for (;;) {
        text = trim(text);
        if (text.ends_with("</sup>")) {
            std::size_t open = text.rfind("<sup>");
            if (open == std::string_view::npos) return text;
            text = text.substr(0, open);
        } else if (text.ends_with('*') || text.ends_with('_')) {
            text.remove_suffix(1);
        } else {
            return text;
        }
    }
}

std::string_view visible_begin(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == '*' || text.front() == '[' || text.front() == '_'))
        text.remove_prefix(1);
    return text;
}

enum class Ending { sentence, colon, open };

Ending ending_of(std::string_view text) {
    UChar32 last = last_character(visible_end(text));
    switch (last) {
    case '.':
    case '!':
    case '?':
    case ';':
    case 0x3002:
    case 0x061F:
    case 0x061B:
    case 0xFF1B:
    case 0xFF01:
        return Ending::sentence;
    case ':':
    case 0xFF1A:
        return Ending::colon;
    case '"':
    case ')':
    case 0x201D:
    case 0xBB:
    case ']': {
        std::string_view end = visible_end(text);
        UChar32 before = end.size() > 1
                             ? last_character(visible_end(end.substr(0, end.size() - (last < 0x80    ? 1
                                                                                      : last < 0x800 ? 2
                                                                                                     : 3))))
                             : 0;
        return before == '.' || before == '!' || before == '?' || before == ';' ? Ending::sentence
                                                                                : Ending::open;
    }
    default:
        return Ending::open;
    }
}

/// "(b)" where the text before has "(a)" inside a sentence: a list that runs on in the text.
bool continues_inline_list(const Block& before, const Block& after) {
    if (!after.enumerator || after.source.empty()) return false;
    Enumerator::Kind kind = after.enumerator->kind;
    if (kind != Enumerator::Kind::letter && kind != Enumerator::Kind::roman) return false;
    int place = ordinal_of(*after.enumerator);
    if (place > 1) {
        std::string previous(1, static_cast<char>('a' + (place - 2) % 26));
        return ending_of(before.source) == Ending::open &&
               before.source.find("(" + previous + ") ") != std::string::npos;
    }
    // "(a) ...; (b) ...; (c) ..." in one block is a sentence, not an item of a list.
    bool first = after.enumerator->number == "a" || after.enumerator->number == "i";
    std::string second = after.enumerator->number == "a" ? "; (b) " : "; (ii) ";
    return first && ending_of(before.source) != Ending::sentence &&
           after.source.find(second) != std::string::npos;
}

bool is_running_text(const Block& block) {
    return block.kind == Block::Kind::text || block.kind == Block::Kind::item;
}

bool goes_on(const Block& before, const Block& after, bool something_between) {
    if (!is_running_text(before)) return false;
    if (after.kind == Block::Kind::item) return something_between && continues_inline_list(before, after);
    if (after.kind != Block::Kind::text || before.breaks_kept || after.breaks_kept) return false;
    UChar32 first = first_character(visible_begin(after.source));
    Ending ending = ending_of(before.source);
    if (first == 0 || ending == Ending::sentence) return false;
    if (u_islower(first)) return ending == Ending::open || something_between;
    bool word = u_isalnum(first) || first == '(' || first == 0x201C || first == '"';
    return ending == Ending::open && word && before.source.size() >= running_text_bytes_min &&
           after.source.size() > 1 && after.emphasis == Block::Emphasis::none;
}

/// What was read as the enumerator of an item that is none after all.
std::string whole_source(const Block& block) {
    if (block.kind != Block::Kind::item || !block.enumerator) return block.source;
    return block.printed + block.source;
}

void put_on(Block& before, const Block& after) {
    while (!before.source.empty() && (before.source.back() == ' ' || before.source.back() == '\n'))
        before.source.pop_back();
    bool hyphen = before.source.ends_with('-');
    if (!hyphen) before.source += ' ';
    before.source += join_sign;
    before.source += whole_source(after);
    before.lines.insert(before.lines.end(), after.lines.begin(), after.lines.end());
}

/// A Markdown footnote goes on in indented paragraphs.
bool is_rest_of_note(const Block& note, const Block& block) {
    return note.kind == Block::Kind::footnote && block.kind == Block::Kind::text && block.indent >= 4;
}

} // namespace

void join_split_blocks(std::vector<Block>& blocks) {
    std::vector<Block> out;
    out.reserve(blocks.size());
    std::optional<std::size_t> running; // in `out`: the last block that is not a footnote
    for (Block& block : blocks) {
        bool notes_between = running && *running + 1 < out.size();
        if (!out.empty() && is_rest_of_note(out.back(), block)) {
            put_on(out.back(), block);
        } else if (running &&
                   goes_on(out[*running], block, notes_between || out[*running].page != block.page)) {
            put_on(out[*running], block);
        } else {
            if (block.kind != Block::Kind::footnote) running = out.size();
            out.push_back(std::move(block));
        }
    }
    blocks = std::move(out);
}

} // namespace poa::documents
