// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_encoding.hpp"

#include <unicode/unistr.h>

#include <algorithm>

namespace poa::documents {
namespace {

constexpr std::size_t bytes_looked_at = 4'000;

} // namespace

std::string_view wide_encoding_of(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return {}; // UTF-32
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    std::string_view head = bytes.substr(0, bytes_looked_at & ~std::size_t{1});
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    std::size_t half = head.size() / 2;
    if (half < 2 || head.size() % 2 != 0) return {};
    if (zeros[0] == 0 && zeros[1] * 10 > half * 7) return "UTF-16LE";
    if (zeros[1] == 0 && zeros[0] * 10 > half * 7) return "UTF-16BE";
    return {};
}

std::string utf8_of(std::string_view bytes, std::string_view encoding) {
    bool little = encoding == "UTF-16LE";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
    icu::UnicodeString text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
        text.append(static_cast<char16_t>(little ? first | second << 8 : first << 8 | second));
    }
    std::string out;
    text.toUTF8String(out);
    if (bytes.size() % 2 != 0) out += "\uFFFD";
    return out;
}

} // namespace poa::documents
