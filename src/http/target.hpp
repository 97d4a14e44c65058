// SPDX-License-Identifier: Apache-2.0
#pragma once
// The target of a request line (RFC 9112 section 3.2): path and query, decoded and checked.

#include "http/message.hpp"

#include <string_view>

namespace poa::http {

/// Fills target, path, segments and query of `request` (its method is set before). Accepts "/path?query",
/// "http://host/path?query" (the host replaces the Host header, as the RFC wants) and "*" for OPTIONS. False
/// for anything else: broken escapes, bytes that are not UTF-8, NUL or control characters, "." or ".."
/// segments in any spelling, empty segments inside, a fragment.
[[nodiscard]] bool read_target(std::string_view raw, Request& request);

/// The authority of an absolute target, empty for the other forms.
[[nodiscard]] std::string_view authority_of(std::string_view raw);

} // namespace poa::http
