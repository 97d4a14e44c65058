// SPDX-License-Identifier: Apache-2.0
#pragma once
// A survey as the file that somebody uploads or takes away.

#include "capabilities/national_reports/xlsform.hpp"

#include <string>
#include <string_view>

namespace poa::national_reports {

/// JSON (survey_file.hpp) or an XLSForm, told apart by their first bytes. Refuses as parse_survey,
/// read_workbook and read_xlsform do; nothing is ever left out of JSON.
[[nodiscard]] Result<ReadForm> read_survey_file(std::string_view bytes);
/// XLSX.
[[nodiscard]] std::string survey_workbook(const Survey& survey, std::int64_t version);

} // namespace poa::national_reports
