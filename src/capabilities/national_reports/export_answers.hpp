// SPDX-License-Identifier: Apache-2.0
#pragma once
// All released answers of some years that a reader may see, for programs: CSV, JSON or a workbook.

#include "capabilities/national_reports/queries_progress.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace poa::national_reports {

enum class AnswersFormat : std::uint8_t { csv, json, xlsx };
[[nodiscard]] std::optional<AnswersFormat> parse_answers_format(std::string_view name); ///< "xlsx"
[[nodiscard]] std::string_view name_of(AnswersFormat format);
[[nodiscard]] std::string_view media_type_of(AnswersFormat format);

/// Gives the bytes to `take` piece by piece, in the order of year, State, survey and question, and never
/// holds them whole: a workbook waits in a temporary file until its last row. Columns state, year, survey,
/// version, question, chosen, text, note; of a table and of files, JSON has them, CSV and workbook the
/// number. Returns how many answers there were.
std::size_t export_answers(storage::Session& session, const identity::Reader& reader, YearSpan years,
                           AnswersFormat format, const std::function<void(std::string_view)>& take);

} // namespace poa::national_reports
