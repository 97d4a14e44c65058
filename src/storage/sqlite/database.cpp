// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/database.hpp"

#include "storage/descriptor.hpp"
#include "storage/nesting.hpp"
#include "storage/sqlite/checking.hpp"
#include "storage/sqlite/copy.hpp"
#include "storage/sqlite/session.hpp"

namespace poa::storage::sqlite {

namespace {

constexpr int writer_cache_kibibytes = 4096;
constexpr int reader_cache_kibibytes = 2048;

} // namespace

SqliteDatabase::SqliteDatabase(const Settings& settings) {
    const bool in_memory = settings.address == ":memory:";
    // SQLite's own shared memory databases have neither a write-ahead log nor snapshots, so they would behave
    // otherwise than the file that is served. A file on a memory disk behaves the same.
    std::optional<PassingFolder> folder;
    if (in_memory) folder.emplace();
    const std::string path = in_memory ? folder->file() : settings.address;
    prepare_file(path, settings.create || in_memory);
    const Connection::Purpose purpose{true, !in_memory, writer_cache_kibibytes};
    try {
        writer_ = std::make_unique<Writer>(path, purpose, notifier_, this);
        open_readers(path, settings.readers);
    } catch (const DatabaseError& error) {
        throw MachineFailure(fmt::format("The database {} cannot be opened: {}", path, error.what()));
    }
}

void SqliteDatabase::open_readers(const std::string& path, int readers) {
    require(readers >= 1, "at least one reader");
    for (int i = 0; i < readers; ++i) {
        auto reader =
            std::make_unique<Connection>(path, Connection::Purpose{false, true, reader_cache_kibibytes});
        // Parses the whole schema, which a damaged first page does not survive. It also opens the write-ahead
        // log: a database in memory has no names to open it by later.
        (void)reader->number({"storage.schema", "SELECT count(*) FROM sqlite_schema"});
        readers_.add(std::move(reader));
    }
}

void SqliteDatabase::run_read(FunctionRef<void(Session&)> body) {
    const Nesting nesting(this, Nesting::Kind::read);
    const auto connection = readers_.take();
    connection->begin();
    try {
        SqliteSession session(*connection);
        body(session);
        connection->commit();
    } catch (...) {
        connection->roll_back();
        throw;
    }
}

void SqliteDatabase::run_write(FunctionRef<bool(Session&)> body) {
    { const Nesting nesting(this, Nesting::Kind::write); } // said before waiting for oneself
    writer_->run(body);
}

void SqliteDatabase::copy_to(const std::string& path) {
    const Nesting nesting(this, Nesting::Kind::read);
    copy_database(*readers_.take(), path);
}

std::vector<std::string> SqliteDatabase::check() {
    const Nesting nesting(this, Nesting::Kind::read);
    const auto connection = readers_.take();
    return problems_of(*connection);
}

} // namespace poa::storage::sqlite
