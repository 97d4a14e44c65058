// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/numbered_lines.hpp"

#include "base/text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace poa::documents {
namespace {

constexpr std::size_t rows_max = 12;

bool begins_small(std::string_view text) {
    UChar32 c = 0;
    int32_t i = 0;
    if (text.empty()) return true;
    U8_NEXT(text.data(), i, static_cast<int32_t>(std::min<std::size_t>(text.size(), 8)), c);
    return u_islower(c) != 0;
}

bool ends_sentence(std::string_view text) {
    text = trim(text);
    for (std::string_view sign : {".", ":", ";", "!", "?", "。", "；", "：", "؛", "؟", ".”", ".)", ".\""})
        if (text.ends_with(sign)) return true;
    return text.ends_with("</sup>");
}

} // namespace

void NumberRows::take(int number, int indent) {
    while (!rows_.empty() && rows_.back().indent > indent + 1) rows_.pop_back();
    if (!rows_.empty() && rows_.back().indent >= indent - 1)
        rows_.back().number = number;
    else if (rows_.size() < rows_max)
        rows_.push_back({indent, number});
}

bool NumberRows::is_next(int number, int indent, int item_indent) const {
    if (number == 1 && indent > item_indent + 1) return true;
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.number + 1 == number; });
}

bool begins_numbered_line(std::string_view text_before, const Enumerator& enumerator, std::string_view line,
                          int last) {
    if (begins_small(line.substr(std::min(enumerator.length, line.size())))) return false;
    int number = ordinal_of(enumerator);
    return number == 1 || number == last + 1 || (number > last && ends_sentence(text_before));
}

bool is_tab_after_enumerator(std::string_view line) {
    auto enumerator = read_enumerator(line);
    if (!enumerator) enumerator = read_heading_enumerator(line);
    if (!enumerator || enumerator->length >= line.size()) return false;
    return line.substr(enumerator->length).find('\t') == std::string_view::npos;
}

std::string printed_part(std::string_view mark) {
    if (mark.size() > 2 && (mark[0] == '-' || mark[0] == '*' || mark[0] == '+') && mark[1] == ' ') {
        std::string_view rest = trim(mark.substr(1));
        if (!rest.empty()) return std::string(rest) + " ";
    }
    return std::string(mark);
}

} // namespace poa::documents
