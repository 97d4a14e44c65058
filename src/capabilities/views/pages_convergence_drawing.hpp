// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: how far replies agree, and which lie near each other. Every drawing has its
// table; colour is never the only sign, and says nothing of worth.

#include "capabilities/views/pages_convergence.hpp"
#include "capabilities/views/pages_matrix_drawing.hpp"

namespace poa::views {

[[nodiscard]] web::Screen draw_question(const QuestionPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_convergence(const ConvergencePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_clusters(const ClustersPage& page, const web::Visit& visit);

} // namespace poa::views
