// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/front_lines.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/front_matter.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace poa::documents {
namespace {

constexpr std::size_t front_texts_max = 6;
constexpr std::size_t front_block_lines_max = 200;
constexpr std::size_t broken_line_bytes_min = 50; // shorter lines end where their writer ended them
constexpr std::size_t title_bytes_max = 400;

using Lines = std::vector<std::string_view>;

bool begins_small(std::string_view text) {
    UChar32 c = 0;
    int32_t i = 0;
    U8_NEXT(text.data(), i, static_cast<int32_t>(std::min<std::size_t>(text.size(), 8)), c);
    return u_islower(c) != 0;
}

bool ends_open(std::string_view line) {
    for (std::string_view end :
         {",", "-", "/", " of", " the", " and", " for", " on", " to", " in", " de", " et", " y", " la", " и"})
        if (line.ends_with(end)) return true;
    return false;
}

bool ends_sentence(std::string_view line) {
    for (std::string_view end : {".", ";", ":", "!", "?", "。", "؟"})
        if (line.ends_with(end)) return true;
    return false;
}

/// Whether `next` goes on with `line`, which was broken near the longest line's end.
bool goes_on(std::string_view line, std::string_view next, std::size_t longest) {
    if (next.empty() || line.empty()) return true;
    if (begins_small(next) || ends_open(line)) return true;
    return longest >= broken_line_bytes_min && line.size() * 5 >= longest * 4;
}

struct Segment {
    std::size_t begin, end; // lines
    bool front;
};

std::vector<Segment> segments_of(const Lines& lines) {
    std::size_t longest = 0;
    for (std::string_view line : lines)
        if (!is_front_line(line)) longest = std::max(longest, line.size());
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        bool front = is_front_line(lines[i]);
        bool same =
            !segments.empty() && !front && !segments.back().front && goes_on(lines[i - 1], lines[i], longest);
        if (same)
            segments.back().end = i + 1;
        else
            segments.push_back({i, i + 1, front});
    }
    return segments;
}

Block piece_of(const Block& whole, const Lines& lines, const Segment& segment) {
    Block piece = whole;
    piece.source.clear();
    for (std::size_t i = segment.begin; i < segment.end; ++i)
        piece.source += (piece.source.empty() ? "" : "\n") + std::string(lines[i]);
    std::uint32_t first = whole.lines.front().first;
    piece.lines = {{first + static_cast<std::uint32_t>(segment.begin),
                    first + static_cast<std::uint32_t>(segment.end) - 1}};
    piece.breaks_kept = false;
    return piece;
}

Lines lines_of(const Block& block) {
    Lines lines;
    for (std::string_view line : split(block.source, '\n')) lines.push_back(trim(line));
    return lines;
}

/// The pieces of a text of the first page; none where it is one piece.
std::vector<Block> pieces_of(const Block& block, bool first_of_all, bool& has_title) {
    Lines lines = lines_of(block);
    std::uint32_t printed = block.lines.front().last - block.lines.front().first + 1;
    if (lines.size() < 2 || lines.size() > front_block_lines_max || lines.size() != printed) return {};
    auto front = std::count_if(lines.begin(), lines.end(), is_front_line);
    if (static_cast<std::size_t>(front) == lines.size() || (front == 0 && !first_of_all)) return {};
    std::vector<Segment> segments = segments_of(lines);
    if (segments.size() < 2) return {};
    std::vector<Block> pieces;
    for (const Segment& segment : segments) {
        Block piece = piece_of(block, lines, segment);
        bool title = !has_title && !segment.front && !ends_sentence(piece.source) &&
                     piece.source.size() <= title_bytes_max;
        if (title) piece.kind = Block::Kind::heading;
        has_title |= !segment.front;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace

void split_front_block(std::vector<Block>& blocks) {
    bool has_title = false;
    for (std::size_t i = 0; i < blocks.size() && i < front_texts_max; ++i) {
        if (blocks[i].kind != Block::Kind::text) return;
        std::vector<Block> pieces = pieces_of(blocks[i], i == 0, has_title);
        if (pieces.empty()) continue;
        auto at = blocks.begin() + static_cast<std::ptrdiff_t>(i);
        blocks.insert(blocks.erase(at), pieces.begin(), pieces.end());
        return;
    }
}

} // namespace poa::documents
