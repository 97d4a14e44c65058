// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/running_heads.hpp"

#include "base/text.hpp"

#include <unordered_map>

namespace poa::documents {
namespace {

constexpr std::size_t head_bytes_max = 90;
constexpr std::size_t edge_lines = 3;
constexpr int pages_min = 3;

std::string without_digits(std::string_view line) {
    std::string out;
    for (char c : trim(line)) {
        bool digit = c >= '0' && c <= '9';
        if (digit && !out.empty() && out.back() == '#') continue;
        out += digit ? '#' : c;
    }
    return out;
}

/// Indexes of the outer lines of each page that have text.
std::vector<std::size_t> edges(const SourceText& source) {
    std::vector<std::size_t> found;
    std::vector<std::size_t> page;
    auto finish = [&] {
        for (std::size_t i = 0; i < page.size(); ++i)
            if (i < edge_lines || i + edge_lines >= page.size()) found.push_back(page[i]);
        page.clear();
    };
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (i > 0 && source.lines[i].page != source.lines[i - 1].page) finish();
        if (!trim(source.lines[i].text).empty()) page.push_back(i);
    }
    finish();
    return found;
}

} // namespace

std::vector<bool> find_running_heads(const SourceText& source) {
    std::vector<bool> heads(source.lines.size(), false);
    if (!source.has_pages) return heads;
    std::unordered_map<std::string, int> seen;
    std::vector<std::size_t> candidates = edges(source);
    std::erase_if(candidates, [&](std::size_t i) { return source.lines[i].text.size() > head_bytes_max; });
    for (std::size_t i : candidates) ++seen[without_digits(source.lines[i].text)];
    // What both pages of two have is as sure as what three of many have.
    int pages = std::clamp(static_cast<int>(source.lines.back().page), 2, pages_min);
    for (std::size_t i : candidates) heads[i] = seen[without_digits(source.lines[i].text)] >= pages;
    return heads;
}

} // namespace poa::documents
