// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/marking.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <map>

namespace poa::decisions {
namespace {

/// Calls `on_words(text)` and `on_key(key)` for what a paragraph is made of, in order.
template <class OnWords, class OnKey>
void each_piece(std::string_view text, OnWords&& on_words, OnKey&& on_key) {
    std::size_t done = 0;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos) break;
        const std::string_view key = text.substr(at + 1, end - at - 1);
        if (!number_in_key(key)) continue;
        if (at > done) on_words(text.substr(done, at - done));
        on_key(key);
        done = end + 1;
    }
    if (done < text.size()) on_words(text.substr(done));
}

std::string_view problem_of(OpenPoint::Kind kind) {
    switch (kind) {
    case OpenPoint::Kind::bracket:
        return "decisions.brackets_remain";
    case OpenPoint::Kind::amendment:
        return "decisions.amendments_open";
    case OpenPoint::Kind::objection:
        break;
    }
    return "decisions.objections_stand";
}

} // namespace

bool has_balanced_brackets(std::string_view text) {
    std::int64_t depth = 0;
    for (const char c : text) {
        if (c == '[') ++depth;
        if (c == ']' && --depth < 0) return false;
    }
    return depth == 0;
}

std::int64_t open_brackets(std::string_view text) {
    std::int64_t depth = 0, count = 0;
    for (const char c : text) {
        if (c == '[' && depth++ == 0) ++count;
        if (c != ']') continue;
        if (depth == 0)
            ++count;
        else
            --depth;
    }
    return count;
}

std::vector<std::string> references_in(std::string_view text) {
    std::vector<std::string> keys;
    each_piece(
        text, [](std::string_view) {}, [&](std::string_view key) { keys.emplace_back(key); });
    return keys;
}

Numbering numbering_of(const Text& text) {
    Numbering numbering;
    for (const Paragraph& paragraph : text) numbering.emplace(paragraph.key, numbering.size() + 1);
    return numbering;
}

std::string_view removed_words() {
    return N_("(paragraph removed)");
}

std::vector<Piece> pieces_of(std::string_view text, const Numbering& numbering) {
    std::vector<Piece> pieces;
    each_piece(
        text,
        [&](std::string_view words) {
            pieces.push_back({Piece::Kind::words, std::string(words)});
        },
        [&](std::string_view key) {
            const auto found = numbering.find(std::string(key));
            if (found == numbering.end())
                pieces.push_back({Piece::Kind::removed, std::string(key)});
            else
                pieces.push_back({Piece::Kind::reference, std::string(key), found->second});
        });
    return pieces;
}

std::string shown(std::string_view text, const Numbering& numbering, std::string_view removed) {
    std::string out;
    for (const Piece& piece : pieces_of(text, numbering)) switch (piece.kind) {
        case Piece::Kind::words:
            out += piece.text;
            break;
        case Piece::Kind::reference:
            out += std::to_string(piece.number);
            break;
        case Piece::Kind::removed:
            out += removed;
            break;
        }
    return out;
}

std::vector<OpenPoint> open_points_of(const Text& text, std::span<const Amendment> amendments,
                                      std::span<const Position> positions) {
    const Numbering numbering = numbering_of(text);
    const auto number_of = [&](const std::string& key) {
        const auto found = numbering.find(key);
        return found == numbering.end() ? std::size_t{0} : found->second;
    };
    std::map<std::tuple<std::size_t, std::string, OpenPoint::Kind>, std::int64_t> counted;
    for (const Paragraph& paragraph : text)
        if (const std::int64_t count = open_brackets(paragraph.text); count > 0)
            counted[{number_of(paragraph.key), paragraph.key, OpenPoint::Kind::bracket}] = count;
    for (const Amendment& amendment : amendments)
        if (amendment.stage == AmendmentStage::open)
            ++counted[{number_of(amendment.target), amendment.target, OpenPoint::Kind::amendment}];
    for (const Position& position : positions)
        if (position.kind == PositionKind::objection &&
            (position.paragraph.empty() || numbering.contains(position.paragraph)))
            ++counted[{number_of(position.paragraph), position.paragraph, OpenPoint::Kind::objection}];
    std::vector<OpenPoint> points;
    for (const auto& [point, count] : counted)
        points.push_back({std::get<2>(point), std::get<1>(point), count});
    return points;
}

Result<Text> marked(const Text& text, std::string_view key, bool agreed,
                    std::span<const Amendment> amendments, std::span<const Position> positions) {
    const auto at = find(text, key);
    if (!at) return refuse(Refusal::Kind::not_found, "decisions.no_such_paragraph");
    if (text[*at].agreed == agreed) return refuse(Refusal::Kind::rule, "decisions.no_change");
    Refusal problems{Refusal::Kind::rule, {}};
    if (agreed)
        for (const OpenPoint& point : open_points_of(text, amendments, positions))
            if (point.paragraph == key)
                problems.add_field({}, std::string(problem_of(point.kind)),
                                   {{"count", std::to_string(point.count)}});
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    Text out = text;
    out[*at].agreed = agreed;
    return out;
}

} // namespace poa::decisions
