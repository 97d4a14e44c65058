// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to page structs: how far replies agree, and which lie near each other.

#include "capabilities/views/pages_convergence.hpp"
#include "capabilities/views/pages_matrix_loading.hpp"

namespace poa::views {

/// Below, what clusters show is weak (L. Kaufman and P. Rousseeuw, "Finding Groups in Data", 1990).
inline constexpr double weak_silhouette = 0.25;

/// Refuses views.no_such_question, members.no_such_group (not_found).
[[nodiscard]] Result<QuestionPage> load_question(const Loading& at, const QuestionQuery& query, Day today);
/// Without pillar: all questions. Refuses views.no_such_pillar, members.no_such_group (not_found).
[[nodiscard]] Result<ConvergencePage> load_convergence(const Loading& at, const ConvergenceQuery& query,
                                                       Day today);
[[nodiscard]] Result<ClustersPage> load_clusters(const Loading& at, const ClustersQuery& query);

} // namespace poa::views
