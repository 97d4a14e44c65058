// SPDX-License-Identifier: Apache-2.0
#pragma once
// Words about text: UTF-8, trimming, splitting, percent-encoding. Nothing here allocates unless it returns a
// string.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa {

/// Well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);
/// The same, and no control character but tab, line feed and carriage return. What a person may have typed.
[[nodiscard]] bool is_plain_text(std::string_view text);
/// Number of Unicode code points; needs well-formed text.
[[nodiscard]] std::size_t length_in_characters(std::string_view text);
/// The first `characters` code points.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t characters);

[[nodiscard]] std::string_view trim(std::string_view text); ///< ASCII white space at both ends
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char at);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::string ascii_lower(std::string_view text);
[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b); ///< ASCII
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);
/// Text for an address: ASCII letters and digits in lower case, every other run one hyphen ("A/78/76" ->
/// "a-78-76").
[[nodiscard]] std::string slug(std::string_view text);

/// %XX decoding; nothing where an escape is broken, or the result is not UTF-8 or holds NUL.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);
/// Escapes all but RFC 3986 unreserved characters (and '/' where `keep_slash`).
[[nodiscard]] std::string percent_encode(std::string_view text, bool keep_slash = false);
/// The same, at the end of `out`.
void append_percent_encoded(std::string& out, std::string_view text, bool keep_slash = false);

/// NFC form of well-formed UTF-8 (ICU): how all text is stored, so that equal words are equal bytes.
[[nodiscard]] std::string nfc(std::string_view text);

} // namespace poa
