// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: the summary, its statements, the comparison with the published text, positions.

#include "capabilities/views/pages.hpp"
#include "web/form.hpp"
#include "web/routes.hpp"

namespace poa::views {

[[nodiscard]] web::Screen draw_views(const ViewsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_summary(const SummaryPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_claim(const ClaimPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_published(const PublishedPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_position(const PositionPage& page, const web::Visit& visit);

/// The words of a strength, an origin and a fit in the reader's language.
[[nodiscard]] std::string_view strength_words(std::string_view strength, const web::Visit& visit);
[[nodiscard]] std::string_view origin_words(std::string_view origin, const web::Visit& visit);
[[nodiscard]] std::string_view fit_words(std::string_view fit, const web::Visit& visit);
/// The bare word of a quantifier in the reader's language.
[[nodiscard]] std::string quantifier_words(std::string_view word, const web::Visit& visit);
/// Views > ...
[[nodiscard]] std::vector<web::Crumb> views_crumbs(const web::Visit& visit);

} // namespace poa::views
