// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_needs.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_needs(const NeedsPage& page, const web::Visit& visit);
/// With the form by which the State says where it stands, and what was entered in it.
[[nodiscard]] web::Screen draw_need(const NeedPage& page, const web::Visit& visit,
                                    const web::Entered& entered);

} // namespace poa::national_reports
