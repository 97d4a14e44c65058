// SPDX-License-Identifier: Apache-2.0
#pragma once
// JSON in: Boost.JSON, strict. Include where JSON is read; the rest of the house writes with base/json.hpp.

#include "base/refusal.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace poa {

/// Reads one JSON text. Refuses (kind bad_input) broken UTF-8, lone surrogates, text after the end, nesting
/// over 32 levels, the same key twice in an object, numbers that are not finite, and whole numbers beyond 64
/// bits; the reason's code says which ("json.malformed", "json.repeated_key", "json.number"), its fact "at"
/// the byte where it was seen and, for a key, "key".
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view text);

} // namespace poa
