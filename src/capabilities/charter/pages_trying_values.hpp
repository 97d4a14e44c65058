// SPDX-License-Identifier: Apache-2.0
#pragma once
// A clause's value in an address: as short as its type allows, so that a changed charter can be shared.

#include "base/refusal.hpp"
#include "capabilities/charter/clauses.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

/// "24", "yes", "2026-07-20", "4 to 6", "threats, norms", "consensus", "none"; what has parts that do not fit
/// into words is JSON as in a charter's file. `parse_typed` reads it back.
[[nodiscard]] std::string typed_of(const ClauseValue& value);
/// Refuses as read_clause.
[[nodiscard]] Result<ClauseValue> parse_typed(const ClauseSpec& clause, std::string_view typed);

/// What a form sends of values that have parts; all as typed.
struct TypedParts {
    bool is_none = false;
    std::vector<std::string> items;                               ///< of choices
    std::string least, most;                                      ///< of a span
    std::string by, majority, of, quorum_percent, hours;          ///< of a rule
    std::vector<std::string> group, title, topic, meetings, days; ///< of groups: a place in each list
    [[nodiscard]] bool any() const {
        return is_none || !items.empty() || !least.empty() || !most.empty() || !by.empty() || !title.empty();
    }
};
/// The address's text of these parts; what cannot be read stays as typed, for `parse_typed` to refuse.
[[nodiscard]] std::string typed_of(const ClauseSpec& clause, const TypedParts& parts);

} // namespace poa::charter
