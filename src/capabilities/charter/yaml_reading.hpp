// SPDX-License-Identifier: Apache-2.0
#pragma once
// YAML as charters use it: one document of maps, lists and scalars. What makes YAML dangerous or ambiguous is
// refused: anchors and aliases, tags, two documents, a key twice, deep nesting.

#include "base/refusal.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace poa::charter {

inline constexpr std::size_t yaml_bytes_max = 256 * 1024;
inline constexpr std::size_t yaml_depth_max = 12;

struct YamlText {
    boost::json::value json;
    /// Line, from 1, of each key or item by its JSON pointer ("/plenary/every_months", "/groups/list/0").
    std::map<std::string, std::int64_t, std::less<>> lines;
    /// Of that pointer or of the nearest thing around it.
    [[nodiscard]] std::int64_t line_of(std::string_view pointer) const;
};

/// Reads it whole. Plain scalars are true, false, null, whole numbers, decimals or texts as YAML 1.2's core
/// schema has them ("yes", "off" and days are texts). Refuses (bad_input), each reason with the fact `line`:
/// "yaml.malformed" (problem), "yaml.too_long" (max, in bytes), "yaml.not_utf8", "yaml.too_deep" (max),
/// "yaml.alias", "yaml.tag", "yaml.repeated_key" (key), "yaml.key_not_text", "yaml.several_documents",
/// "yaml.empty", "yaml.control_character", "yaml.number" (text).
[[nodiscard]] Result<YamlText> read_yaml(std::string_view text);

/// A key as a part of a JSON pointer.
[[nodiscard]] std::string pointer_part(std::string_view key);

} // namespace poa::charter
