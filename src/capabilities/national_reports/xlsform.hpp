// SPDX-License-Identifier: Apache-2.0
#pragma once
// Surveys as XLSForm (https://xlsform.org), the form standard that ODK, Kobo and others read: sheets
// "survey", "choices" and "settings". What XLSForm does not know stands in columns of our own (source,
// source_place, item, purpose, audience, minutes, pillar, level) and in a sheet "crosswalk". What we do not
// know is said. Pure: sheets in, sheets out.
//
//   begin_group ... end_group    a section; questions outside any stand in one of their own
//   select_one LIST              one_of; of the list "levels": status
//   select_multiple, text, date  several_of, text (link: appearance "url"), day
//   integer, decimal             number
//   file, image, audio, video    file
//   begin_repeat ... end_repeat  table; each question in it is a column
//   note                         what is said about its section, where it comes first
//   relevant                     shown_if: selected(${q}, 'v'), ${q} = 'v', several of one question with "or"

#include "base/refusal.hpp"
#include "capabilities/national_reports/sheet.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <span>
#include <string>
#include <vector>

namespace poa::national_reports {

/// Something of the form that a survey has not, and that was left out.
struct LeftOut {
    std::string at;   ///< "survey!F12"
    std::string what; ///< the column or the type: "constraint", "calculate", "required"
    std::string value;
    bool operator==(const LeftOut&) const = default;
};

struct ReadForm {
    Survey survey;
    std::vector<LeftOut> left_out; ///< in the order of the sheets
};

/// Refuses (bad_input), everything at once, each with "at" naming sheet, column and row: what `check_survey`
/// finds, and "national_reports.xlsform_..."
///   no_sheet (sheet), no_column (sheet, column), unknown_type (value), nested_group, not_closed (value),
///   not_open (value), no_list (value), condition (value), language (value)
/// A type that holds no answer (start, calculate, audit ...) and a column we do not know are left out and
/// listed.
[[nodiscard]] Result<ReadForm> read_xlsform(std::span<const Sheet> sheets);

/// The sheets survey, choices, settings and, where there is one, crosswalk. `read_xlsform` gives the same
/// survey again. `version`: of the template, for settings.
[[nodiscard]] std::vector<Sheet> xlsform_of(const Survey& survey, std::int64_t version);

} // namespace poa::national_reports
