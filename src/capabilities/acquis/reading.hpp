// SPDX-License-Identifier: Apache-2.0
#pragma once
// A registration out of its JSON text (data/acquis.schema.json).

#include "base/refusal.hpp"
#include "capabilities/acquis/item.hpp"

#include <string_view>

namespace poa::acquis {

/// Refuses (bad_input) with all problems at once; the field is the path, "items[3].titles.fr". Codes:
/// "acquis.missing", "acquis.wrong_kind" (expected), "acquis.not_a_choice" (value), "acquis.not_a_key"
/// (value), "acquis.not_plain", "acquis.unknown_field" (name), "acquis.taken_twice" (value),
/// "acquis.registers_nothing", and those of parse_json. Members "removals" or "remove" are read as what is
/// asked to be taken away: the framework refuses them with the reason.
[[nodiscard]] Result<Registration> parse_registration(std::string_view text);

} // namespace poa::acquis
