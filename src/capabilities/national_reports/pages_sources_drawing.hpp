// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_sources.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_sources(const SourcesPage& page, const web::Visit& visit);
/// The form that registers one, with what was entered.
[[nodiscard]] web::Screen draw_source_form(const web::Visit& visit, const web::Entered& entered);
/// The form that ends one.
[[nodiscard]] web::Screen draw_source_end(std::int64_t source, const web::Visit& visit,
                                          const web::Entered& entered);
/// The documents of a State's page; nothing where there are none.
[[nodiscard]] web::Html source_list(const std::vector<SourceRow>& rows, const web::Visit& visit);

} // namespace poa::national_reports
