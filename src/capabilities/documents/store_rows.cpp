// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store_rows.hpp"

#include <charconv>

namespace poa::documents {
namespace {

/// `row` with its placeholders counted on from `first`.
void append_row(std::string& text, std::string_view row, std::size_t first) {
    for (std::size_t at = 0; at < row.size();) {
        text += row[at];
        if (row[at++] != '$') continue;
        std::size_t number = 0;
        const char* begin = row.data() + at;
        auto [end, error] = std::from_chars(begin, row.data() + row.size(), number);
        require(error == std::errc(), "a number after each $");
        text += std::to_string(first + number);
        at += static_cast<std::size_t>(end - begin);
    }
}

} // namespace

std::string statement_of(const RowsQuery& query, std::size_t rows) {
    std::string text(query.insert);
    text += " VALUES ";
    for (std::size_t i = 0; i < rows; ++i) {
        text += i == 0 ? "(" : ", (";
        append_row(text, query.row, i * query.columns);
        text += ')';
    }
    if (!query.after.empty()) text.append(" ").append(query.after);
    return text;
}

} // namespace poa::documents
