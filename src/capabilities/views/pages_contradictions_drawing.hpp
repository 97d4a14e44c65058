// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: where replies contradict each other, and what they say of international law.

#include "capabilities/views/pages_contradictions.hpp"
#include "capabilities/views/pages_matrix_drawing.hpp"

namespace poa::views {

[[nodiscard]] web::Screen draw_contradictions(const ContradictionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_contradiction(const ContradictionPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_international_law(const LawPage& page, const web::Visit& visit);

} // namespace poa::views
