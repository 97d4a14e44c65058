// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/sheet.hpp"

namespace poa::national_reports {

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

std::string cell_name(std::string_view sheet, std::size_t row, std::size_t column) {
    return std::string(sheet) + "!" + column_letters(column) + std::to_string(row + 1);
}

} // namespace poa::national_reports
