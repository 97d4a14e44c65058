// SPDX-License-Identifier: Apache-2.0
#pragma once
// Databases for tests: SQLite in memory, and a schema of its own on the PostgreSQL that POA_TEST_POSTGRES
// names
// (`script/with-postgres COMMAND` starts one). A contract test runs on both:
//
//   class Stores : public testing::TestWithParam<Engine> {};
//   INSTANTIATE_TEST_SUITE_P(Both, Stores, testing::ValuesIn(engines_under_test()), engine_name);
//   TEST_P(Stores, KeepsNames) { TestDatabase made = make_test_database(GetParam(), migrations); ... }

#include "base/time.hpp"
#include "storage/database.hpp"
#include "storage/migrations.hpp"

#include <gtest/gtest.h>

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace poa::test {

enum class Engine { sqlite, postgres };

void PrintTo(Engine engine, std::ostream* out);
/// "Sqlite" or "Postgres", for INSTANTIATE_TEST_SUITE_P.
[[nodiscard]] std::string engine_name(const testing::TestParamInfo<Engine>& parameter);

/// SQLite, and PostgreSQL where POA_TEST_POSTGRES is set; says once on standard error when it is not.
[[nodiscard]] std::vector<Engine> engines_under_test();

/// 2026-11-21T12:00:00Z.
[[nodiscard]] StillClock still_clock();

/// A fresh database with `migrations` applied. The schema on PostgreSQL is dropped with the object.
class TestDatabase {
  public:
    TestDatabase(Engine engine, std::span<const storage::Migration> migrations, storage::Settings settings);
    TestDatabase(TestDatabase&& other) noexcept;
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;
    TestDatabase& operator=(TestDatabase&&) = delete;
    ~TestDatabase();

    [[nodiscard]] storage::Database& operator*() const { return *database_; }
    [[nodiscard]] storage::Database* operator->() const { return database_.get(); }
    /// How it was opened: opening it again gives another process's view of the same data (PostgreSQL only).
    [[nodiscard]] const storage::Settings& settings() const { return settings_; }

  private:
    storage::Settings settings_;
    std::unique_ptr<storage::Database> database_;
};

[[nodiscard]] TestDatabase make_test_database(Engine engine,
                                              std::span<const storage::Migration> migrations = {});
/// With other numbers of readers, writers or tries; address and schema are set here.
[[nodiscard]] TestDatabase make_test_database(Engine engine, std::span<const storage::Migration> migrations,
                                              storage::Settings settings);

} // namespace poa::test
