// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace poa::http {

/// The gzip form of `text` (RFC 1952), at a middle level. Any thread; each keeps its own 256 KiB of working
/// memory.
[[nodiscard]] std::string gzip(std::string_view text);

} // namespace poa::http
