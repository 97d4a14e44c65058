// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_asked.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

/// With the forms of who may ask or answer; `entered` belongs to asking where `answering` is 0, else to the
/// answer to that question.
[[nodiscard]] web::Screen draw_report_questions(const ReportQuestionsPage& page, const web::Visit& visit,
                                                const web::Entered& entered, std::int64_t answering);

} // namespace poa::national_reports
