// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/table_rows.hpp"

#include "base/text.hpp"

namespace poa::documents {
namespace {

bool is_rule_row(std::string_view row) {
    return row.starts_with('|') && row.find_first_not_of("|-: ") == std::string_view::npos;
}

/// At every bar but an escaped one.
std::vector<std::string_view> split_at_bars(std::string_view row) {
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '|') {
            cells.push_back(row.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    cells.push_back(row.substr(std::min(begin, row.size())));
    return cells;
}

std::vector<std::string_view> cells_of(std::string_view row) {
    if (row.find('\t') != std::string_view::npos) return split(row, '\t');
    std::string_view tight = trim(row);
    if (!tight.starts_with('|')) return {row};
    tight =
        tight.substr(1, tight.ends_with('|') && tight.size() > 1 ? tight.size() - 2 : std::string_view::npos);
    return split_at_bars(tight);
}

void append_cell(InlineText& rows, std::string_view cell) {
    InlineText read = read_inline(trim(cell));
    auto shift = static_cast<std::uint32_t>(rows.text.size());
    for (Mark& mark : read.marks) {
        mark.begin += shift;
        mark.end += shift;
        rows.marks.push_back(std::move(mark));
    }
    rows.text += read.text;
}

} // namespace

InlineText read_table_rows(std::string_view source) {
    InlineText rows;
    for (std::string_view row : split(source, '\n')) {
        if (is_rule_row(trim(row))) continue;
        if (!rows.text.empty()) rows.text += '\n';
        bool first = true;
        for (std::string_view cell : cells_of(row)) {
            if (!first) rows.text += '\t';
            first = false;
            append_cell(rows, cell);
        }
    }
    return rows;
}

} // namespace poa::documents
