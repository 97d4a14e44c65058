// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include "base/byte_search.hpp"
#include "base/require.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <array>

namespace poa {
namespace {

/// Length of the well-formed sequence at `i`, or 0.
std::size_t sequence_at(std::string_view text, std::size_t i) {
    auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    auto tail = [&](std::size_t at) { return at < text.size() && (byte(at) & 0xC0) == 0x80; };
    unsigned char b = byte(i);
    if (b < 0x80) return 1;
    if (b >= 0xC2 && b <= 0xDF) return tail(i + 1) ? 2 : 0;
    if (b >= 0xE0 && b <= 0xEF) {
        if (!tail(i + 1) || !tail(i + 2)) return 0;
        if (b == 0xE0 && byte(i + 1) < 0xA0) return 0;
        if (b == 0xED && byte(i + 1) > 0x9F) return 0;
        return 3;
    }
    if (b >= 0xF0 && b <= 0xF4) {
        if (!tail(i + 1) || !tail(i + 2) || !tail(i + 3)) return 0;
        if (b == 0xF0 && byte(i + 1) < 0x90) return 0;
        if (b == 0xF4 && byte(i + 1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// RFC 3986 section 2.3.
constexpr std::array<bool, 256> make_unreserved() {
    std::array<bool, 256> table{};
    for (unsigned char c :
         std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"))
        table[c] = true;
    return table;
}
constexpr std::array<bool, 256> unreserved = make_unreserved();

} // namespace

bool is_utf8(std::string_view text) {
    // Most text has long runs of ASCII, and the rest has few letters of it in between.
    auto beyond_ascii = [](auto c) { return c >= 0x80; };
    for (std::size_t i = find_byte(text, 0, beyond_ascii); i < text.size();) {
        const std::size_t step = sequence_at(text, i);
        if (step == 0) return false;
        i = step == 1 ? find_byte(text, i, beyond_ascii) : i + step;
    }
    return true;
}

bool is_plain_text(std::string_view text) {
    auto control = [](auto c) { return c < 0x20 || c == 0x7F; };
    for (std::size_t i = find_byte(text, 0, control); i < text.size(); i = find_byte(text, i + 1, control))
        if (text[i] != '\t' && text[i] != '\n' && text[i] != '\r') return false;
    return is_utf8(text);
}

std::size_t length_in_characters(std::string_view text) {
    std::size_t count = 0;
    for (unsigned char c : text) count += (c & 0xC0) != 0x80;
    return count;
}

std::string_view first_characters(std::string_view text, std::size_t characters) {
    std::size_t i = 0;
    for (; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && characters-- == 0) break;
    return text.substr(0, i);
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != parts.data()) out += between;
        out += part;
    }
    return out;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    require(!from.empty(), "something to replace");
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::string slug(std::string_view text) {
    std::string out;
    for (char c : text) {
        char small = lower(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            out += small;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!is_utf8(out) || out.find('\0') != std::string::npos) return std::nullopt;
    return out;
}

void append_percent_encoded(std::string& out, std::string_view text, bool keep_slash) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::size_t start = 0; // of a run that stays as it is
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        if (unreserved[byte] || (keep_slash && byte == '/')) [[likely]]
            continue;
        out.append(text, start, i - start);
        start = i + 1;
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    out.append(text, start, text.size() - start);
}

std::string percent_encode(std::string_view text, bool keep_slash) {
    std::string out;
    out.reserve(text.size());
    append_percent_encoded(out, text, keep_slash);
    return out;
}

std::string nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    require(normalizer != nullptr, "ICU has NFC");
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
    status = U_ZERO_ERROR;
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                              nullptr, status);
    require(U_SUCCESS(status) != 0, "text can be normalised");
    return out;
}

} // namespace poa
