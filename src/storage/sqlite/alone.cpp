// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/alone.hpp"

#include "storage/nesting.hpp"
#include "storage/sqlite/checking.hpp"
#include "storage/sqlite/copy.hpp"
#include "storage/sqlite/session.hpp"

namespace poa::storage {

std::unique_ptr<AloneDatabase> AloneDatabase::open() {
    return std::make_unique<sqlite::AloneSqliteDatabase>();
}

namespace sqlite {

AloneSqliteDatabase::AloneSqliteDatabase()
    : connection_(":memory:", Connection::Purpose{.writes = true, .durable = false, .alone = true}) {}

AloneSqliteDatabase::~AloneSqliteDatabase() {
    connection_.roll_back();
}

void AloneSqliteDatabase::keep_here() {
    require(!is_kept_, "what is kept is kept once");
    connection_.begin();
    is_kept_ = true;
}

void AloneSqliteDatabase::go_back() {
    require(is_kept_, "there is somewhere to go back to");
    connection_.roll_back();
    connection_.begin();
    notifier_.advance();
}

void AloneSqliteDatabase::roll_back() {
    if (!is_kept_) return connection_.roll_back();
    // SQLite may have rolled back the whole by itself (no memory left): then there is nothing to go on with.
    if (!connection_.in_transaction())
        throw MachineFailure("A database in memory lost its transaction: there is no memory left.");
    connection_.roll_back_to_savepoint();
    connection_.release_savepoint();
}

void AloneSqliteDatabase::run_read(FunctionRef<void(Session&)> body) {
    const Nesting nesting(this, Nesting::Kind::read);
    SqliteSession session(connection_);
    body(session);
}

void AloneSqliteDatabase::run_write(FunctionRef<bool(Session&)> body) {
    const Nesting nesting(this, Nesting::Kind::write);
    begin();
    try {
        SqliteSession session(connection_);
        const bool keep = body(session);
        if (!keep) return roll_back();
        session.rethrow_if_broken();
        commit();
    } catch (...) {
        roll_back();
        throw;
    }
    notifier_.advance();
}

void AloneSqliteDatabase::copy_to(const std::string& path) {
    copy_database(connection_, path);
}

std::vector<std::string> AloneSqliteDatabase::check() {
    return problems_of(connection_);
}

} // namespace sqlite
} // namespace poa::storage
