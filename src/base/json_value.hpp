// SPDX-License-Identifier: Apache-2.0
#pragma once
// JSON in: Boost.JSON, strict. Include where JSON is read; the rest of the house writes with base/json.hpp.

#include "base/refusal.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string_view>

namespace poa {

/// Reads one JSON text. Refuses (kind bad_input) broken UTF-8, lone surrogates, text after the end, nesting
/// over 32 levels, the same key twice in an object, numbers that are not finite, and whole numbers beyond 64
/// bits; the reason's code says which ("json.malformed", "json.repeated_key", "json.number"), its fact "at"
/// the byte where it was seen and, for a key, "key".
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view text);

/// Reads JSON that this house wrote or that is written again and compared: faster, since of a key that comes
/// twice the last counts and numbers are not looked at. Nothing where it is no JSON. What it gives lies in
/// `memory`, which has to outlive it.
[[nodiscard]] std::optional<boost::json::value> parse_own_json(std::string_view text,
                                                               boost::json::storage_ptr memory = {});

} // namespace poa
