// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/workbook_survey.hpp"

#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/workbook.hpp"

namespace poa::national_reports {

Result<ReadForm> read_survey_file(std::string_view bytes) {
    if (bytes.starts_with("PK")) {
        auto sheets = read_workbook(bytes);
        if (!sheets) return refuse(sheets.error());
        return read_xlsform(*sheets);
    }
    auto survey = parse_survey(bytes);
    if (!survey) return refuse(survey.error());
    return ReadForm{std::move(*survey), {}};
}

std::string survey_workbook(const Survey& survey, std::int64_t version) {
    return write_workbook(xlsform_of(survey, version));
}

} // namespace poa::national_reports
