// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text in UTF-16 to UTF-8.

#include <string>
#include <string_view>

namespace poa::documents {

/// "UTF-16LE", "UTF-16BE" or "": by the byte order mark, else by the zero bytes that Latin text has in every
/// other place.
[[nodiscard]] std::string_view wide_encoding_of(std::string_view bytes);

/// The text in UTF-8 without its mark; what is no character becomes U+FFFD.
[[nodiscard]] std::string utf8_of(std::string_view bytes, std::string_view encoding);

} // namespace poa::documents
