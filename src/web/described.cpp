// SPDX-License-Identifier: Apache-2.0
#include "web/described.hpp"

namespace poa::web {

void append_csv_cell(std::string& out, std::string_view text) {
    bool formula = !text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@' ||
                                     text[0] == '\t' || text[0] == '\r');
    if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    if (formula) out += '\'';
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace poa::web
