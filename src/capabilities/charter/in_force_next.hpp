// SPDX-License-Identifier: Apache-2.0
#pragma once
// The next version of the charter in force, for the effect of a decision: the one way to it after the
// founding. Its text is read and held against itself with the charter's own reader and rules.

#include "capabilities/charter/charter_file.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/ledger/ledger.hpp"

#include <span>
#include <string>
#include <string_view>

namespace poa::charter {

/// A clause and the value it is to have.
struct ClauseChange {
    std::size_t clause = 0;
    ClauseValue value;
};

/// A value as a charter file has it: "24", "[4, 6]", "{by: consensus}", "new_york". Refuses as read_yaml and
/// read_clause.
[[nodiscard]] Result<ClauseValue> read_clause_text(const ClauseSpec& clause, std::string_view text);

/// The charter with these clauses changed, each said by the document of that symbol.
[[nodiscard]] Charter amended(const Charter& charter, std::span<const ClauseChange> changes,
                              const std::string& symbol);

/// Adds the charter as the next version and gives its number. `reason`: symbol of the decision. Needs: a
/// charter without contradictions; a version in force. The caller records the act.
std::int64_t bring_into_force(ledger::Work& work, const Charter& charter, std::string reason);

} // namespace poa::charter
