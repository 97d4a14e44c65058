// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store_rows.hpp"
#include "library.hpp"

#include <gtest/gtest.h>

namespace poa::documents::test {
namespace {

using poa::test::Engine;

constexpr RowsQuery add_words{"test.add_words", "INSERT INTO search_token (token, passages)",
                              "$1, COALESCE(NULLIF($2, -1), 1000)", 2, "ON CONFLICT (token) DO NOTHING"};

TEST(ManyRows, TheTextCountsThePlaceholdersOn) {
    EXPECT_EQ(statement_of(add_words, 1), "INSERT INTO search_token (token, passages) VALUES ($1, "
                                          "COALESCE(NULLIF($2, -1), 1000)) ON CONFLICT (token) DO NOTHING");
    EXPECT_EQ(statement_of(RowsQuery{"n", "INSERT INTO t (a, b)", "$2, $1", 2}, 3),
              "INSERT INTO t (a, b) VALUES ($2, $1), ($4, $3), ($6, $5)");
}

class ManyRowsKept : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, ManyRowsKept, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(ManyRowsKept, AnyNumberOfRowsGoesInOnceEach) {
    Library library(GetParam());
    for (std::size_t count : {0U, 1U, 7U, 8U, 63U, 64U, 65U, 200U}) {
        std::vector<std::pair<std::string, std::int64_t>> rows;
        for (std::size_t i = 0; i < count; ++i)
            rows.emplace_back("w" + std::to_string(count) + "x" + std::to_string(i), i % 3 == 0 ? -1 : i);
        auto put = [&] {
            library.work([&](ledger::Work& unit) {
                insert_rows(unit.session(), add_words, rows,
                            [](const auto& row, std::vector<storage::Parameter>& into) {
                                into.insert(into.end(), {row.first, row.second});
                            });
            });
        };
        put();
        put(); // what is there already is left alone
        library.read([&](storage::Session& session) {
            std::size_t found = 0;
            session.each(
                {"test.words", "SELECT token, passages FROM search_token WHERE token LIKE $1"},
                [&](const storage::Row& row) {
                    auto at = std::stoul(row.string(0).substr(row.string(0).find('x') + 1));
                    EXPECT_EQ(row.integer(1), at % 3 == 0 ? 1000 : static_cast<std::int64_t>(at));
                    ++found;
                },
                "w" + std::to_string(count) + "x%");
            EXPECT_EQ(found, count);
        });
    }
}

} // namespace
} // namespace poa::documents::test
