// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/workbook_rows.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <xlsxwriter.h>

namespace poa::national_reports {
namespace {

/// What a cell of XLSX holds. An answer's texts are shorter (20,000).
constexpr std::size_t cell_characters_max = 32'767;

void must(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw MachineFailure(std::string("a workbook cannot be written: ") + lxw_strerror(error));
}

} // namespace

WorkbookRows::WorkbookRows(const std::filesystem::path& file, std::string name, std::vector<std::string> head,
                           std::size_t rows_max)
    : file_(file.string()), folder_(file.parent_path().string()), name_(std::move(name)),
      head_(std::move(head)), rows_max_(rows_max) {
    require(rows_max_ > 1, "a sheet that holds more than its head");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    book_ = workbook_new_opt(file_.c_str(), &options);
    if (book_ == nullptr) throw MachineFailure("a workbook cannot be begun: " + file_);
    begin_sheet();
}

WorkbookRows::~WorkbookRows() {
    if (book_ != nullptr) workbook_close(book_); // frees what it holds; its file is nobody's
}

void WorkbookRows::begin_sheet() {
    const std::string name = ++sheets_ == 1 ? name_ : name_ + " " + std::to_string(sheets_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    require(sheet_ != nullptr, "a name that a sheet can have");
    worksheet_freeze_panes(sheet_, 1, 0);
    row_ = 0;
    write(head_);
}

void WorkbookRows::write(std::span<const std::string> cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (cells[column].empty()) continue;
        const std::string text(first_characters(cells[column], cell_characters_max));
        must(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column),
                                    text.c_str(), nullptr));
    }
    ++row_;
}

void WorkbookRows::add(std::span<const std::string> cells) {
    if (row_ == rows_max_) begin_sheet();
    write(cells);
}

void WorkbookRows::close() {
    require(book_ != nullptr, "a workbook is closed once");
    must(workbook_close(std::exchange(book_, nullptr)));
}

} // namespace poa::national_reports
