// SPDX-License-Identifier: Apache-2.0
#pragma once
// XLSX bytes to sheets of text and back. Nothing in a workbook that comes from outside is trusted: formulas
// are never worked out (what they gave last is read as any cell), and sizes have limits whatever the file
// says.

#include "base/refusal.hpp"
#include "capabilities/national_reports/sheet.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct WorkbookLimits {
    std::size_t bytes_max = std::size_t{8} << 20;
    std::size_t part_bytes_max = std::size_t{32} << 20; ///< unpacked, of each part
    std::size_t sheets_max = 32;
    std::size_t rows_max = 20'000;
    std::size_t columns_max = 256;
    std::size_t cells_max = 200'000; ///< of the whole workbook
};

/// Refuses (bad_input) "national_reports.workbook_unreadable" (part) and
/// "national_reports.workbook_too_large" (part). Numbers come as they stand in the file, days as
/// "2026-11-22", truths as "TRUE" and "FALSE", errors as empty cells.
[[nodiscard]] Result<std::vector<Sheet>> read_workbook(std::string_view bytes,
                                                       const WorkbookLimits& limits = {});

/// Text cells alone; nothing becomes a formula. Throws MachineFailure where no file can be written.
[[nodiscard]] std::string write_workbook(std::span<const Sheet> sheets);

} // namespace poa::national_reports
