// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include "base/byte_search.hpp"
#include "base/require.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace poa {
namespace {

/// The letter after the backslash; 'u': \u00XX.
char escape_of(unsigned char byte) {
    switch (byte) {
    case '"':
    case '\\':
        return static_cast<char>(byte);
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 'u';
    }
}

template <class Number> void append_number(std::string& out, Number number) {
    std::array<char, 32> buffer;
    auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), end);
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    auto is_escaped = [](auto c) { return c < 0x20 || c == u8'"' || c == u8'\\'; };
    out += '"';
    for (std::size_t start = 0;;) {
        std::size_t end = find_byte(text, start, is_escaped);
        out.append(text, start, end - start);
        if (end == text.size()) break;
        auto byte = static_cast<unsigned char>(text[end]);
        out += '\\';
        out += escape_of(byte);
        if (escape_of(byte) == 'u') {
            out += "00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
        start = end + 1;
    }
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
