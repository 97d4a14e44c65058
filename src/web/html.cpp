// SPDX-License-Identifier: Apache-2.0
#include "web/html.hpp"

namespace poa::web {
namespace {

constexpr std::array<bool, 256> make_special() {
    std::array<bool, 256> table{};
    for (char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> special = make_special();

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
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!special[static_cast<unsigned char>(text[i])]) [[likely]]
            continue;
        out.append(text, start, i - start);
        out += escape_of(text[i]);
        start = i + 1;
    }
    out.append(text, start, text.size() - start);
}

} // namespace poa::web
