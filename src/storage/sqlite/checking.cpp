// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/checking.hpp"

#include "storage/sqlite/session.hpp"

namespace poa::storage::sqlite {

std::vector<std::string> problems_of(Connection& connection) {
    std::vector<std::string> problems;
    SqliteSession session(connection);
    try {
        static constexpr Query pages{"storage.quick_check", "PRAGMA quick_check(100)"};
        static constexpr Query references{"storage.foreign_key_check", "SELECT \"table\", count(*) FROM "
                                                                       "pragma_foreign_key_check GROUP BY 1"};
        session.each_with(pages, {}, [&](const Row& row) {
            if (row.text(0) != "ok") problems.push_back(row.string(0));
        });
        session.each_with(references, {}, [&](const Row& row) {
            problems.push_back(
                fmt::format("{} rows of {} refer to rows that do not exist", row.integer(1), row.text(0)));
        });
    } catch (const DatabaseError& error) {
        problems.emplace_back(error.what());
    }
    return problems;
}

} // namespace poa::storage::sqlite
