// SPDX-License-Identifier: Apache-2.0
#include "support/storage/test_databases.hpp"

#include <cstdlib>
#include <iostream>
#include <ostream>

namespace poa::test {

namespace {

std::string postgres_address() {
    const char* const address = std::getenv("POA_TEST_POSTGRES");
    return address == nullptr ? std::string() : std::string(address);
}

storage::Settings placed(Engine engine, storage::Settings settings) {
    settings.create = true;
    if (engine == Engine::sqlite) {
        settings.address = ":memory:";
        return settings;
    }
    settings.address = postgres_address();
    require(!settings.address.empty(),
            "POA_TEST_POSTGRES names a PostgreSQL (script/with-postgres starts one)");
    settings.schema = "test_" + to_hex(bytes_of(random_bytes(8)));
    return settings;
}

} // namespace

void PrintTo(Engine engine, std::ostream* out) {
    *out << (engine == Engine::sqlite ? "Sqlite" : "Postgres");
}

std::string engine_name(const testing::TestParamInfo<Engine>& parameter) {
    return parameter.param == Engine::sqlite ? "Sqlite" : "Postgres";
}

std::vector<Engine> engines_under_test() {
    if (!postgres_address().empty()) return {Engine::sqlite, Engine::postgres};
    [[maybe_unused]] static const bool said = [] {
        std::cerr << "PostgreSQL is NOT under test: POA_TEST_POSTGRES is not set. Run the tests through "
                     "script/with-postgres.\n";
        return true;
    }();
    return {Engine::sqlite};
}

StillClock still_clock() {
    return StillClock(*parse_instant("2026-11-21T12:00:00Z"));
}

TestDatabase::TestDatabase(Engine engine, std::span<const storage::Migration> migrations,
                           storage::Settings settings)
    : settings_(placed(engine, std::move(settings))), database_(storage::Database::open(settings_)) {
    if (!migrations.empty()) storage::migrate(*database_, migrations, still_clock());
}

TestDatabase::TestDatabase(TestDatabase&& other) noexcept
    : settings_(std::move(other.settings_)), database_(std::move(other.database_)) {}

TestDatabase::~TestDatabase() {
    if (!database_ || database_->dialect() != storage::Dialect::postgres) return;
    try {
        database_->write([&](storage::Session& session) {
            session.script("DROP SCHEMA " + settings_.schema + " CASCADE");
        });
    } catch (const std::exception& error) {
        std::cerr << "The schema " << settings_.schema << " stays behind: " << error.what() << '\n';
    }
}

TestDatabase make_test_database(Engine engine, std::span<const storage::Migration> migrations) {
    storage::Settings settings;
    settings.readers = 2;
    return TestDatabase(engine, migrations, settings);
}

TestDatabase make_test_database(Engine engine, std::span<const storage::Migration> migrations,
                                storage::Settings settings) {
    return TestDatabase(engine, migrations, std::move(settings));
}

} // namespace poa::test
