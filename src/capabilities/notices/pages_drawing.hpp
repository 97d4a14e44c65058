// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the page structs to HTML.

#include "capabilities/notices/pages.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::notices {

[[nodiscard]] web::Screen draw_my_notices(const MyNoticesPage& page, const web::Visit& visit,
                                          const web::Entered& entered);
[[nodiscard]] web::Screen draw_undelivered(const UndeliveredPage& page, const web::Visit& visit,
                                           const web::Entered& entered);

} // namespace poa::notices
