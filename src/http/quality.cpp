// SPDX-License-Identifier: Apache-2.0
#include "http/quality.hpp"

#include "base/text.hpp"

namespace poa::http {
namespace {

constexpr std::size_t elements_max = 100;

/// "0", "0.5", "1.000" in thousandths; -1 for anything else.
int parse_quality(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return -1;
    int value = (text[0] - '0') * 1000;
    if (text.size() == 1) return value;
    if (text[1] != '.') return -1;
    int weight = 100;
    for (char digit : text.substr(2)) {
        if (digit < '0' || digit > '9') return -1;
        value += (digit - '0') * weight;
        weight /= 10;
    }
    return value <= 1000 ? value : -1;
}

bool read_element(std::string_view element, Weighted& out) {
    auto pieces = split_outside_quotes(element, ';');
    out.value = ascii_lower(trim(pieces.front()));
    if (out.value.empty() || out.value.find(' ') != std::string::npos) return false;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        std::string_view piece = trim(pieces[i]);
        if (piece.empty()) continue;
        std::size_t equals = piece.find('=');
        if (equals == std::string_view::npos) return false;
        std::string name = ascii_lower(trim(piece.substr(0, equals)));
        std::string_view value = trim(piece.substr(equals + 1));
        if (name == "q") {
            out.thousandths = parse_quality(value);
            return out.thousandths >= 0; // what follows "q" is an extension
        }
        out.settings.emplace_back(std::move(name), unquote(value));
    }
    return true;
}

} // namespace

std::vector<std::string_view> split_outside_quotes(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == at) {
            pieces.push_back(text.substr(start, i - start));
            start = i + 1;
        }
    }
    pieces.push_back(text.substr(start));
    return pieces;
}

std::string unquote(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\\' && i + 2 < text.size()) ++i;
        out += text[i];
    }
    return out;
}

std::vector<Weighted> parse_weighted(std::string_view header) {
    std::vector<Weighted> list;
    for (std::string_view element : split_outside_quotes(header, ',')) {
        if (list.size() == elements_max) break;
        Weighted weighted;
        if (read_element(element, weighted)) list.push_back(std::move(weighted));
    }
    return list;
}

} // namespace poa::http
