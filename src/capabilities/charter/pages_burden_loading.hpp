// SPDX-License-Identifier: Apache-2.0
#pragma once
// From charters to the page of their burdens.

#include "capabilities/charter/burden.hpp"
#include "capabilities/charter/pages_burden.hpp"
#include "capabilities/charter/pages_running.hpp"

namespace poa::charter {

struct BurdenQuery {
    std::int64_t from = 2026, years = 10;
    std::string people = "1"; ///< one of delegation_sizes
    TypedFigures figures;
};
[[nodiscard]] const Input<BurdenQuery>& input_of(Of<BurdenQuery>);

inline constexpr std::int64_t burden_page_years_most = 20;

/// The assumptions as typed, in the reader's language; and as figures.
[[nodiscard]] std::vector<FigureRow> assumption_rows(const TypedFigures& typed, const web::Visit& visit);
/// Needs: no row has a problem.
[[nodiscard]] BurdenAssumptions assumptions_of(const std::vector<FigureRow>& rows);
[[nodiscard]] BurdenRow burden_row(const FoundCharter& charter, const CharterBurden& burden,
                                   const Burden& delegation, const BurdenAssumptions& assumed);

/// Of all shipped charters. Figures that cannot be taken are given back to people with the form; for programs
/// they are refused (bad_input).
[[nodiscard]] Result<BurdenPage> load_burden(const Running& at, const BurdenQuery& query);

} // namespace poa::charter
