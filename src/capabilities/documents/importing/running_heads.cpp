// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/running_heads.hpp"

#include "base/text.hpp"

#include <unordered_map>

namespace poa::documents {
namespace {

constexpr std::size_t head_bytes_max = 90;
constexpr std::size_t edge_lines = 3;
constexpr int pages_min = 3;
constexpr int pages_of_one_head = 8; ///< a head stands on one of so many pages at least

std::string without_digits(std::string_view line) {
    std::string out;
    for (char c : trim(line)) {
        bool digit = c >= '0' && c <= '9';
        if (digit && !out.empty() && out.back() == '#') continue;
        out += digit ? '#' : c;
    }
    return out;
}

/// An outer line of a page, and its place counted from the page's top or foot.
struct EdgeLine {
    std::size_t line;
    std::string place;
};

/// The outer lines of each page that have text; where a page has few, a line comes with both its places.
std::vector<EdgeLine> edges(const SourceText& source) {
    std::vector<EdgeLine> found;
    std::vector<std::size_t> page;
    auto finish = [&] {
        for (std::size_t i = 0; i < page.size(); ++i) {
            std::size_t from_foot = page.size() - 1 - i;
            if (i < edge_lines) found.push_back({page[i], "top " + std::to_string(i)});
            if (from_foot < edge_lines) found.push_back({page[i], "foot " + std::to_string(from_foot)});
        }
        page.clear();
    };
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (i > 0 && source.lines[i].page != source.lines[i - 1].page) finish();
        if (!trim(source.lines[i].text).empty()) page.push_back(i);
    }
    finish();
    return found;
}

/// Notes at the foot of a page are alike too ("Ibid., para. 3."), and are told by their raised number.
bool may_be_head(std::string_view line) {
    return line.size() <= head_bytes_max && !line.starts_with("<sup>");
}

} // namespace

std::vector<bool> find_running_heads(const SourceText& source) {
    std::vector<bool> heads(source.lines.size(), false);
    if (!source.has_pages) return heads;
    std::unordered_map<std::string, int> seen;
    std::vector<EdgeLine> candidates = edges(source);
    std::erase_if(candidates, [&](const EdgeLine& e) { return !may_be_head(source.lines[e.line].text); });
    auto sign = [&](const EdgeLine& e) { return e.place + without_digits(source.lines[e.line].text); };
    for (const EdgeLine& candidate : candidates) ++seen[sign(candidate)];
    // What both pages of two have is as sure as what three of many have; of very many, some have the same
    // short heading at the same place by chance.
    int pages = static_cast<int>(source.lines.back().page);
    int least = std::max(std::clamp(pages, 2, pages_min), pages / pages_of_one_head);
    for (const EdgeLine& candidate : candidates)
        if (seen[sign(candidate)] >= least) heads[candidate.line] = true;
    return heads;
}

} // namespace poa::documents
