// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/pages_text.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::decisions {

[[nodiscard]] web::Screen draw_text_page(const TextPage& page, const web::Visit& visit);
/// One version, clean.
[[nodiscard]] web::Screen draw_text_version(const TextVersionPage& page, const web::Visit& visit);
/// What changed from one version to another, paragraph by paragraph.
[[nodiscard]] web::Screen draw_text_comparison(const TextComparisonPage& page, const web::Visit& visit);
/// The newer version whole, with what changed in it: for printing.
[[nodiscard]] web::Screen draw_text_marked(const TextComparisonPage& page, const web::Visit& visit);
/// What will be recorded, and the form that confirms it. A page whose `head` names the proposal alone is
/// drawn as well: the form is never lost.
[[nodiscard]] web::Screen draw_text_form(const TextFormPage& page, const web::Visit& visit,
                                         const web::Entered& entered);

} // namespace poa::decisions
