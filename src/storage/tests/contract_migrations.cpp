// SPDX-License-Identifier: Apache-2.0
// Migrations, on every engine.
#include "support/storage/test_databases.hpp"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

namespace poa::storage {
namespace {

using test::Engine;
using test::TestDatabase;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Migration first{"plants", 1, "plants",
                          "CREATE TABLE plant (id {key}, name TEXT NOT NULL) {strict};"};
constexpr Migration second{"plants", 2, "height", R"(
ALTER TABLE plant ADD COLUMN height {real};
-- sqlite:
INSERT INTO plant (name) VALUES ('grown on sqlite');
-- postgres:
INSERT INTO plant (name) VALUES ('grown on postgres');
-- both:
INSERT INTO plant (name) VALUES ('grown on both');
)"};
constexpr Migration other{"animals", 1, "animals",
                          "CREATE TABLE animal (id {key}, picture {bytes}, legs {int});"};
constexpr Query count_applied{"test.applied", "SELECT count(*) FROM schema_migration"};

class Migrations : public testing::TestWithParam<Engine> {
  protected:
    int apply(std::vector<Migration> migrations) { return migrate(database, migrations, clock); }
    std::vector<std::string> problems(std::vector<Migration> migrations) {
        return schema_problems(database, migrations);
    }
    std::string failure(std::vector<Migration> migrations) {
        try {
            apply(std::move(migrations));
        } catch (const MachineFailure& failed) {
            return failed.what();
        }
        return {};
    }
    std::optional<std::int64_t> number(std::string_view sql) {
        return database.read([&](Session& session) { return session.number({"test.number", sql}); });
    }
    StillClock clock = test::still_clock();
    TestDatabase made = test::make_test_database(GetParam());
    Database& database = *made;
};
INSTANTIATE_TEST_SUITE_P(Contract, Migrations, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

TEST_P(Migrations, FreshDatabaseGetsAllOnce) {
    EXPECT_THAT(problems({first}), ElementsAre(HasSubstr("poa init")));
    EXPECT_EQ(apply({first, second, other}), 3);
    EXPECT_EQ(apply({first, second, other}), 0);
    EXPECT_THAT(problems({first, second, other}), IsEmpty());
    EXPECT_EQ(number("SELECT count(*) FROM plant"), 2);
    EXPECT_EQ(number("SELECT max(applied_at) FROM schema_migration"), clock.now().microseconds);
    const char* const here = GetParam() == Engine::sqlite
                                 ? "SELECT count(*) FROM plant WHERE name = 'grown on sqlite'"
                                 : "SELECT count(*) FROM plant WHERE name = 'grown on postgres'";
    EXPECT_EQ(number(here), 1);
}

TEST_P(Migrations, OlderDatabaseGetsTheRest) {
    EXPECT_EQ(apply({first}), 1);
    EXPECT_THAT(problems({first, second}),
                ElementsAre(AllOf(HasSubstr("older"), HasSubstr("plants 0002 (height)"))));
    EXPECT_EQ(apply({first, other, second}), 2);
}

TEST_P(Migrations, NewerDatabaseIsRefused) {
    apply({first, second});
    EXPECT_THAT(failure({first, other}), AllOf(HasSubstr("newer"), HasSubstr("plants 0002 (height)")));
    EXPECT_THAT(problems({first}), ElementsAre(HasSubstr("newer")));
    EXPECT_EQ(database.read([](Session& session) { return session.number(count_applied); }), 2)
        << "nothing is applied to a database that is not understood";
}

TEST_P(Migrations, ChangedTextStopsTheStart) {
    apply({first});
    Migration changed = first;
    changed.sql = "CREATE TABLE plant (id {key}, name TEXT) {strict};";
    EXPECT_THAT(failure({changed, second}), AllOf(HasSubstr("plants 0001 (plants)"), HasSubstr("changed")));
    EXPECT_THAT(problems({changed}), ElementsAre(HasSubstr("changed")));
}

TEST_P(Migrations, FailingOneLeavesNothing) {
    constexpr Migration broken{
        "plants", 2, "broken",
        "CREATE TABLE half (x {int}); INSERT INTO half (x) VALUES (1); CREATE TABLE plant (y {int});"};
    EXPECT_THAT(failure({first, broken, other}),
                AllOf(HasSubstr("plants 0002 (broken)"), HasSubstr("plant")));
    EXPECT_EQ(number("SELECT count(*) FROM plant"), 0) << "the one before stays";
    EXPECT_THROW((void)number("SELECT count(*) FROM half"), DatabaseError);
    EXPECT_THROW((void)number("SELECT count(*) FROM animal"), DatabaseError);
    EXPECT_EQ(apply({first, second, other}), 2);
}

TEST_P(Migrations, GapsAreOurMistake) {
    Migration third = second;
    third.number = 3;
    EXPECT_THROW(apply({first, third}), OurMistake);
    EXPECT_THROW(apply({second, first}), OurMistake);
}

TEST_P(Migrations, TwoAtOnceApplyEachOnce) {
    std::unique_ptr<Database> again;
    if (GetParam() == Engine::postgres) again = Database::open(made.settings());
    Database& others = again ? *again : database;
    const std::vector<Migration> all{first, second, other};
    std::latch start(4);
    std::atomic<int> applied = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            applied += migrate(i % 2 == 0 ? database : others, all, clock);
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(applied, 3);
    EXPECT_THAT(problems(all), IsEmpty());
}

TEST(ForDialect, ReplacesItsWordsAlone) {
    const std::string_view sql =
        "CREATE TABLE t (id {key}, n {int}, b {bytes}, r {real}, j TEXT DEFAULT '{}') {strict};\n"
        "SELECT '{other} {';";
    EXPECT_EQ(
        for_dialect(sql, Dialect::sqlite),
        "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, b BLOB, r REAL, j TEXT DEFAULT '{}') STRICT;\n"
        "SELECT '{other} {';");
    EXPECT_EQ(
        for_dialect(sql, Dialect::postgres),
        "CREATE TABLE t (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, n BIGINT, b BYTEA, r DOUBLE "
        "PRECISION, j TEXT DEFAULT '{}') ;\nSELECT '{other} {';");
}

TEST(ForDialect, KeepsTheNumbersOfLines) {
    const std::string_view sql = "a\n-- sqlite:\nb\n  -- postgres:\nc\n-- both:\nd";
    EXPECT_EQ(for_dialect(sql, Dialect::sqlite), "a\n\nb\n\n\n\nd");
    EXPECT_EQ(for_dialect(sql, Dialect::postgres), "a\n\n\n\nc\n\nd");
}

TEST(ForDialect, SpellsListsOutForSqliteAlone) {
    struct Case {
        std::string_view sql, sqlite;
    };
    for (const Case& one : {
             Case{"CHECK (c IN ('a', 'b',\n  'c'))", "CHECK ((c = 'a' OR c = 'b' OR\n  c = 'c'))"},
             Case{"CHECK (t.n IN (1,2,3) OR c IN ('x', 'y'))",
                  "CHECK ((t.n = 1 OR t.n = 2 OR t.n = 3) OR c IN ('x', 'y'))"},
             Case{"CHECK (c IN ('a)', 'b''c', 'd'))", "CHECK (c IN ('a)', 'b''c', 'd'))"},
             Case{"c NOT IN ('a', 'b', 'c')", "c NOT IN ('a', 'b', 'c')"},
             Case{"c IN (SELECT a FROM t)", "c IN (SELECT a FROM t)"},
             Case{"lower(c) IN ('a', 'b', 'c')", "lower(c) IN ('a', 'b', 'c')"},
             Case{"c IN ('a', 'b', 'c'", "c IN ('a', 'b', 'c'"},
         }) {
        EXPECT_EQ(for_dialect(one.sql, Dialect::sqlite), one.sqlite);
        EXPECT_EQ(for_dialect(one.sql, Dialect::postgres), one.sql);
    }
}

} // namespace
} // namespace poa::storage
