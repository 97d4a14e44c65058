// SPDX-License-Identifier: Apache-2.0
#pragma once
// Many rows with few statements: to PostgreSQL each statement is a round trip.

#include "storage/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

/// An INSERT for any number of rows: `insert` VALUES (`row`), (`row`) ... `after`. `row` has $1 to
/// $`columns`. A value that may be missing stands as NULLIF($n, one that never is): the kinds of the
/// parameters are the same in all rows then, and so is the statement.
struct RowsQuery {
    std::string_view name;
    std::string_view insert; ///< "INSERT INTO t (a, b)"
    std::string_view row;    ///< "$1, NULLIF($2, -1)"
    std::size_t columns = 0;
    std::string_view after = {}; ///< "ON CONFLICT (a) DO NOTHING"
};

/// The statement for so many rows.
[[nodiscard]] std::string statement_of(const RowsQuery& query, std::size_t rows);

/// How many of the rows that are left the next statement takes: one of a few numbers, so that statements are
/// prepared once.
[[nodiscard]] constexpr std::size_t rows_at_once(std::size_t left) {
    return left >= 64 ? 64 : left >= 8 ? 8 : 1;
}

/// Inserts `rows` in order; `bind(row, parameters)` appends the `columns` values of one. What they refer to
/// must live until this returns.
template <class Rows, class Bind>
void insert_rows(storage::Session& session, const RowsQuery& query, const Rows& rows, Bind&& bind) {
    std::vector<storage::Parameter> parameters;
    auto next = rows.begin();
    for (std::size_t left = rows.size(); left > 0;) {
        std::size_t count = rows_at_once(left);
        parameters.clear();
        for (std::size_t i = 0; i < count; ++i) bind(*next++, parameters);
        require(parameters.size() == count * query.columns, "a value for each column of a row");
        std::string text = statement_of(query, count);
        session.each_with({query.name, text}, parameters, [](const storage::Row&) {});
        left -= count;
    }
}

} // namespace poa::documents
