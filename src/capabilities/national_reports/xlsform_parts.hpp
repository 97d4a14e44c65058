// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small parts of XLSForm that reading and writing share: names of languages, conditions, tables by column.

#include "capabilities/national_reports/sheet.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace poa::national_reports {

/// "English (en)" as XLSForm heads its columns.
[[nodiscard]] std::string form_language(std::string_view code);
/// The code of "English (en)", "English", "français" or "en"; nothing where it is none of the six.
[[nodiscard]] std::optional<std::string> language_of_form(std::string_view written);

/// "selected(${q}, 'a') or selected(${q}, 'b')".
[[nodiscard]] std::string form_condition(const Condition& condition);
/// Nothing where it says anything else than that one question has one of some values.
[[nodiscard]] std::optional<Condition> parse_form_condition(std::string_view written);

/// A sheet by the names in its first row.
class FormTable {
  public:
    explicit FormTable(const Sheet& sheet);
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// Trimmed; empty where there is no such column.
    [[nodiscard]] std::string_view at(std::size_t row, std::string_view name) const;
    [[nodiscard]] const Sheet& sheet() const { return sheet_; }
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& columns() const { return columns_; }
    /// "survey!C7"; of a column that is not there, "survey!7".
    [[nodiscard]] std::string place(std::size_t row, std::string_view name) const;

  private:
    const Sheet& sheet_;
    std::map<std::string, std::size_t, std::less<>> columns_;
};

} // namespace poa::national_reports
