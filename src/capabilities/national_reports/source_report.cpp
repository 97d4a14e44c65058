// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/source_report.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "13 (f)" as "para-13/f"; an anchor as it is; empty where it is neither.
std::string anchor_of(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 120 || !is_plain_text(text)) return {};
    if (!is_digit(text.front())) return text.find(' ') == text.npos ? std::string(text) : std::string();
    std::string anchor = "para-";
    for (const char c : text) {
        if (is_digit(c) || (c >= 'a' && c <= 'z'))
            anchor += c;
        else if (c == '(' && !anchor.ends_with('/'))
            anchor += '/';
        else if (c != ' ' && c != ')')
            return {};
    }
    return anchor.ends_with('/') ? std::string() : anchor;
}

} // namespace

std::vector<SourcePassage> read_source_passages(std::string_view text, std::string_view field,
                                                Refusal& problems) {
    std::vector<SourcePassage> passages;
    for (std::string_view line : split(text, '\n')) {
        line = trim(line);
        if (line.empty()) continue;
        const std::size_t colon = line.find(':');
        SourcePassage passage{std::string(trim(line.substr(0, colon))),
                              colon == line.npos ? std::string() : anchor_of(line.substr(colon + 1))};
        if (passage.item.empty() || slug(passage.item) != passage.item || passage.anchor.empty())
            problems.add_field(std::string(field), "national_reports.source_line",
                               {{"line", std::string(first_characters(is_utf8(line) ? line : "", 80))}});
        else if (std::ranges::find(passages, passage) == passages.end())
            passages.push_back(std::move(passage));
    }
    if (passages.size() > source_passages_max)
        problems.add_field(std::string(field), "national_reports.too_many_lines",
                           {{"max", std::to_string(source_passages_max)}});
    return passages;
}

std::string text_of(const std::vector<SourcePassage>& passages) {
    std::string text;
    for (const SourcePassage& passage : passages) text += passage.item + ": " + passage.anchor + "\n";
    return text;
}

} // namespace poa::national_reports
