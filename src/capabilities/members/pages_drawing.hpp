// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page struct to HTML.

#include "capabilities/members/pages.hpp"
#include "web/visit.hpp"

namespace poa::members {

[[nodiscard]] web::Screen draw_states(const StatesPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_state(const StatePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_organisations(const OrganisationsPage& page, const web::Visit& visit);

} // namespace poa::members
