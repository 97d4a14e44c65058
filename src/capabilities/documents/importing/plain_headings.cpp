// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/plain_headings.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t plain_heading_bytes_max = 110;

bool is_big(const Block& block) {
    return block.kind == Block::Kind::item && (block.enumerator->kind == Enumerator::Kind::big_roman ||
                                               block.enumerator->kind == Enumerator::Kind::big_letter);
}

/// The block as it is without its enumerator taken off.
Block as_text(Block block) {
    block.kind = Block::Kind::text;
    block.source = block.printed + block.source;
    block.enumerator.reset();
    return block;
}

int as_letter(const Block& block) {
    return ordinal_of_letter(block.enumerator->number);
}
int as_roman(const Block& block) {
    return ordinal_of_roman(block.enumerator->number);
}

/// "A" and "B", "IV" and "V"; "I" is a letter after "H".
bool are_neighbours(const Block& before, const Block& after) {
    return (as_letter(before) > 0 && as_letter(before) + 1 == as_letter(after)) ||
           (as_roman(before) > 0 && as_roman(before) + 1 == as_roman(after));
}

/// In a text without markup a short line that stands alone, begins big and does not end like a sentence is a
/// heading.
bool looks_like_heading(const Block& block, const Block* next) {
    std::string_view text = block.source;
    if (block.kind != Block::Kind::text || text.size() > plain_heading_bytes_max ||
        text.find('\n') != std::string_view::npos)
        return false;
    if (!next || next->kind == Block::Kind::footnote || text.empty()) return false;
    bool begins_big = (text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0x80 ||
                      read_heading_enumerator(text).has_value();
    bool ends_open = std::string_view(".,;:!?)").find(text.back()) == std::string_view::npos &&
                     !text.ends_with("”") && !text.ends_with("。") && !text.ends_with("؛") &&
                     !text.ends_with("،");
    auto words = std::count(text.begin(), text.end(), ' ') + 1;
    return begins_big && ends_open && words <= 16;
}

/// "2. Background" alone on its line, before a paragraph that has no number: a heading, not a paragraph of
/// its own.
bool looks_like_numbered_heading(const Block& block, const Block* next) {
    if (block.kind != Block::Kind::item || !next || next->kind != Block::Kind::text) return false;
    if (block.enumerator->kind != Enumerator::Kind::number || block.enumerator->bracketed || block.indent > 3)
        return false;
    Block alone = block;
    alone.kind = Block::Kind::text;
    return looks_like_heading(alone, next) && next->source.size() > plain_heading_bytes_max;
}

/// "IV. Scope": without its row an item, but a heading by its look.
bool looks_like_big_heading(const Block& block, const Block* next) {
    return is_big(block) && looks_like_heading(as_text(block), next);
}

} // namespace

void find_plain_headings(std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
        Block& block = blocks[i];
        if (looks_like_numbered_heading(block, next) || looks_like_big_heading(block, next))
            block = as_text(std::move(block));
        else if (!looks_like_heading(block, next))
            continue;
        block.kind = Block::Kind::heading;
    }
}

void take_initials_back(std::vector<Block>& blocks) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (is_big(blocks[i])) places.push_back(i);
    std::vector<bool> in_row(places.size(), false);
    for (std::size_t k = 1; k < places.size(); ++k)
        if (are_neighbours(blocks[places[k - 1]], blocks[places[k]])) in_row[k - 1] = in_row[k] = true;
    for (std::size_t k = 0; k < places.size(); ++k)
        if (!in_row[k]) blocks[places[k]] = as_text(std::move(blocks[places[k]]));
}

} // namespace poa::documents
