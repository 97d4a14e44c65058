// SPDX-License-Identifier: Apache-2.0
#pragma once
// Headers that change how an answer is sent: entity tags, content codings, byte ranges.

#include <cstdint>
#include <string_view>

namespace poa::http {

/// If-None-Match against an entity tag: weak comparison, lists, "*" (RFC 9110 section 13.1.2).
[[nodiscard]] bool matches_any(std::string_view if_none_match, std::string_view etag);

/// Both strong and the same (RFC 9110 section 8.8.3.2).
[[nodiscard]] bool same_strongly(std::string_view a, std::string_view b);

/// Whether Accept-Encoding takes gzip at least as gladly as the bytes as they are.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

struct RangeWanted {
    enum class Kind { whole, part, unsatisfiable } kind = Kind::whole;
    std::uint64_t first = 0, length = 0; ///< of a part
};

/// The Range header for something of `size` bytes. Several ranges, other units and what cannot be read give
/// the whole (RFC 9110 section 14.2 lets a server ignore them).
[[nodiscard]] RangeWanted read_range(std::string_view header, std::uint64_t size);

} // namespace poa::http
