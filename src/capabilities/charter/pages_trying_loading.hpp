// SPDX-License-Identifier: Apache-2.0
#pragma once
// From a charter and changes of clauses to the page that holds both beside each other.

#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_trying.hpp"

namespace poa::charter {

struct TryingQuery {
    std::string charter;
    std::int64_t from = 2026;
    std::vector<std::string> clause, value; ///< pairs; one more clause than values: its field is asked for
    TypedParts parts;                       ///< of the last clause, where its value has parts
};
[[nodiscard]] const Input<TryingQuery>& input_of(Of<TryingQuery>);

inline constexpr std::size_t changes_most = 20;
inline constexpr int trying_years = 10;

/// Refuses what find_charter refuses; "charter.clause_unknown" (clause), "charter.too_many_changes" (most) at
/// the field "clause" (bad_input). Values that cannot be taken are given back to people with the field; for
/// programs it refuses as read_clause, at the field "value".
[[nodiscard]] Result<TryingPage> load_trying(const Running& at, const TryingQuery& query);

} // namespace poa::charter
