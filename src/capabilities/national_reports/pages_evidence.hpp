// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/answer.hpp"
#include "capabilities/national_reports/pages_reports.hpp"

#include <string>
#include <vector>

namespace poa::national_reports {

/// The files of an answer, each with its address below `place` ("/reports/XXA/2027").
[[nodiscard]] std::vector<EvidenceRow> evidence_rows(const Answer& answer, const std::string& place);

} // namespace poa::national_reports
