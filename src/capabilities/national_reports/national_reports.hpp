// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States report of their own free will: survey templates, reports, and what they add up to. The front
// header: other capabilities include only this.

#include "capabilities/national_reports/answer.hpp"
#include "capabilities/national_reports/national_report.hpp"
#include "capabilities/national_reports/queries_needs.hpp"
#include "capabilities/national_reports/queries_reports.hpp"
#include "capabilities/national_reports/survey.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::national_reports {

/// For storage::migrate, after those of decisions.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::national_reports
