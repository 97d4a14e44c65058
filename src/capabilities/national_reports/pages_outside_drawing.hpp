// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_outside.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

/// With the form that brings a set in, for who may, and what was entered in it.
[[nodiscard]] web::Screen draw_outside_sets(const OutsideSetsPage& page, const web::Visit& visit,
                                            const web::Entered& entered);
[[nodiscard]] web::Screen draw_outside_figures(const OutsideFiguresPage& page, const web::Visit& visit,
                                               const web::Entered& entered);

} // namespace poa::national_reports
