// SPDX-License-Identifier: Apache-2.0
#pragma once
// A workbook written row by row to a file: what was written is not held. For lists of any length.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;

namespace poa::national_reports {

/// Text cells alone; nothing becomes a formula. Where a sheet is full (XLSX has 1,048,576 rows) the next one,
/// "NAME 2", begins with the head again. Throws MachineFailure where the file cannot be written.
class WorkbookRows {
  public:
    /// `file` and what waits until it is closed lie in the folder of `file`.
    WorkbookRows(const std::filesystem::path& file, std::string name, std::vector<std::string> head,
                 std::size_t rows_max = 1'048'576);
    ~WorkbookRows();
    WorkbookRows(const WorkbookRows&) = delete;
    WorkbookRows& operator=(const WorkbookRows&) = delete;

    void add(std::span<const std::string> cells);
    void close();

  private:
    void begin_sheet();
    void write(std::span<const std::string> cells);

    std::string file_, folder_, name_;
    std::vector<std::string> head_;
    std::size_t rows_max_, row_ = 0, sheets_ = 0;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
};

} // namespace poa::national_reports
