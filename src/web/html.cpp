// SPDX-License-Identifier: Apache-2.0
#include "web/html.hpp"

#include "base/byte_search.hpp"

namespace poa::web {
namespace {

std::string_view escape_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return "&#39;";
    }
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    auto is_special = [](auto c) {
        return c == u8'&' || c == u8'<' || c == u8'>' || c == u8'"' || c == u8'\'';
    };
    for (std::size_t start = 0;;) {
        std::size_t end = find_byte(text, start, is_special);
        out.append(text, start, end - start);
        if (end == text.size()) return;
        out += escape_of(text[end]);
        start = end + 1;
    }
}

} // namespace poa::web
