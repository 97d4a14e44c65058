// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/charter/pages_founding.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_versions(const VersionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_version(const VersionText& version, const web::Visit& visit);
[[nodiscard]] web::Screen draw_processes(const ProcessesPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_affirmations(const AffirmationsPage& page, const web::Visit& visit);
// Forms, with what was entered and what is wrong with it.
[[nodiscard]] web::Screen draw_register_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_end_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_affirm_form(const web::Visit& visit, const web::Entered& entered);

} // namespace poa::charter
