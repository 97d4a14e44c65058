// SPDX-License-Identifier: Apache-2.0
#pragma once
// From comparisons to HTML.

#include "capabilities/charter/pages_comparing.hpp"
#include "web/form.hpp"
#include "web/routes.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_comparison(const ComparisonPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_reading(const ReadingPage& page, const web::Visit& visit);
/// The form with what was typed, and every problem with its line and clause.
[[nodiscard]] web::Screen draw_reading_problems(const web::Visit& visit, const web::Entered& entered);
/// The charter as read, and the form with its text to go on with.
[[nodiscard]] web::Screen draw_read_charter(const ReadingOutcome& outcome, const std::string& text,
                                            const web::Visit& visit);

/// Clause by clause: each value, who asks for it, and who is silent.
[[nodiscard]] web::Html compared_tables(const std::vector<ComparedCharterRow>& charters,
                                        const std::vector<ComparedValueRow>& rows, const web::Visit& visit);

} // namespace poa::charter
