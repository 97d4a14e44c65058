// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to page structs: where replies contradict each other, and what they say of international
// law.

#include "capabilities/views/pages_contradictions.hpp"
#include "capabilities/views/pages_matrix_loading.hpp"

namespace poa::views {

struct ContradictionQuery {
    std::string contradiction; ///< "con-01"
};
[[nodiscard]] const Input<ContradictionQuery>& input_of(Of<ContradictionQuery>);

[[nodiscard]] Result<ContradictionsPage> load_contradictions(const Loading& at);
/// Refuses views.no_such_contradiction (not_found).
[[nodiscard]] Result<ContradictionPage> load_contradiction(const Loading& at,
                                                           const ContradictionQuery& query);
[[nodiscard]] Result<LawPage> load_international_law(const Loading& at);

} // namespace poa::views
