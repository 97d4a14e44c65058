// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: what reports add up to.

#include "capabilities/national_reports/pages_progress.hpp"
#include "web/routes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_progress(const ProgressPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_indicator(const IndicatorPage& page, const web::Visit& visit);

/// "7 further answers are not counted here", "Some answers are not counted here"; empty where all are.
[[nodiscard]] std::string uncounted_words(std::int64_t uncounted, bool some, const web::Visit& visit);
/// With one digit after the point, as the language writes it; empty for nothing.
[[nodiscard]] std::string one_decimal(const std::optional<double>& number, const web::Visit& visit);
[[nodiscard]] web::Url address_of(std::string_view address);
/// Codes of States, each a link to its report of that year.
[[nodiscard]] web::Html report_links(const std::vector<std::string>& codes, std::int64_t year);
/// Reports > ..., with the year's switch under it.
[[nodiscard]] web::Screen begin_adding_up(std::string title, std::string_view description);
/// A form that asks for another year.
[[nodiscard]] web::Html year_form(const web::Url& of, std::int64_t year, const web::Visit& visit);

} // namespace poa::national_reports
