// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/ical_lines.hpp"

#include "base/text.hpp"

namespace poa::charter {
namespace {

bool is_name(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

std::size_t value_at(std::string_view line) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') quoted = !quoted;
        if (line[at] == ':' && !quoted) return at;
    }
    return std::string_view::npos;
}

void read_parts(IcalLine& line) {
    std::size_t end = 0;
    while (end < line.text.size() && is_name(line.text[end])) ++end;
    const std::size_t colon = value_at(line.text);
    if (end == 0 || colon == std::string::npos || (line.text[end] != ':' && line.text[end] != ';')) return;
    for (std::size_t at = 0; at < end; ++at) {
        const char c = line.text[at];
        line.name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    line.value = line.text.substr(colon + 1);
}

} // namespace

std::vector<IcalLine> ical_lines(std::string_view text) {
    std::vector<IcalLine> lines;
    std::size_t number = 0;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool folded = line.starts_with(' ') || line.starts_with('\t');
        if (folded && !lines.empty())
            lines.back().text += line.substr(1);
        else if (!line.empty())
            lines.push_back({number, {}, {}, std::string(line)});
    }
    for (IcalLine& line : lines) read_parts(line);
    return lines;
}

} // namespace poa::charter
