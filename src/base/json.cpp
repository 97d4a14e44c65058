// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include "base/require.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace poa {
namespace {

/// 0: as it is; 'u': \u00XX; else the letter after the backslash.
constexpr std::array<char, 256> make_escapes() {
    std::array<char, 256> table{};
    for (int i = 0; i < 0x20; ++i) table[static_cast<std::size_t>(i)] = 'u';
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
}
constexpr std::array<char, 256> escapes = make_escapes();

template <class Number> void append_number(std::string& out, Number number) {
    std::array<char, 32> buffer;
    auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), end);
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        char escape = escapes[byte];
        if (escape == 0) [[likely]]
            continue;
        out.append(text, start, i - start);
        start = i + 1;
        out += '\\';
        out += escape;
        if (escape == 'u') {
            out += "00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    out.append(text, start, text.size() - start);
    out += '"';
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    comma();
    append_number(out_, number);
    return *this;
}
JsonWriter& JsonWriter::value(std::uint64_t number) {
    comma();
    append_number(out_, number);
    return *this;
}
JsonWriter& JsonWriter::value(double number) {
    require(std::isfinite(number), "a finite number for JSON");
    comma();
    append_number(out_, number);
    return *this;
}

} // namespace poa
