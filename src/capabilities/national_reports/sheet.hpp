// SPDX-License-Identifier: Apache-2.0
#pragma once
// A sheet of a workbook as text cells. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows; ///< rows[0] is row 1; a row may be shorter than others

    /// Empty where there is no such cell.
    [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const {
        return row < rows.size() && column < rows[row].size() ? std::string_view(rows[row][column])
                                                              : std::string_view();
    }
    bool operator==(const Sheet&) const = default;
};

/// "A", "Z", "AA" ...: columns count from 0.
[[nodiscard]] std::string column_letters(std::size_t column);
/// "survey!B12": both count from 0.
[[nodiscard]] std::string cell_name(std::string_view sheet, std::size_t row, std::size_t column);

} // namespace poa::national_reports
