// SPDX-License-Identifier: Apache-2.0
#pragma once
// From charters to their comparison.

#include "capabilities/charter/pages_charters_loading.hpp"
#include "capabilities/charter/pages_comparing.hpp"

namespace poa::charter {

struct ComparisonQuery {
    std::string charters = {};             ///< ids with commas or spaces between
    std::vector<std::string> charter = {}; ///< ticked
    std::string section = {};              ///< key; "all"; empty: as much as a page takes
    std::string differing = {};            ///< "yes": only clauses that differ, "no": all; empty: as fits
    bool said = false;                     ///< only clauses that a paper speaks of
};
[[nodiscard]] const Input<ComparisonQuery>& input_of(Of<ComparisonQuery>);

/// Up to so many charters people get every section on one page.
inline constexpr std::size_t charters_on_one_page = 3;

struct Comparing {
    std::string section = {}; ///< key; empty: all
    bool only_differing = false, only_said = false;
};
/// Needs: at least one charter.
[[nodiscard]] Comparison comparison_of(const std::vector<ShownCharter>& shown, const Comparing& wish,
                                       const ModuleLinks& links, const web::Visit& visit);

/// With fewer than two charters: what there is to choose from. Of more than a few, people get one section
/// unless they ask for all. Refuses for programs charter.no_such_preset at "charters" (bad_input), and
/// charter.no_such_section (not_found; key).
[[nodiscard]] Result<ComparisonPage> load_comparison(const ModuleLinks& links, const web::Visit& visit,
                                                     const ComparisonQuery& query);

} // namespace poa::charter
