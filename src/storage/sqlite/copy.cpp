// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/copy.hpp"

#include "storage/descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>

namespace poa::storage::sqlite {

namespace {

namespace fs = std::filesystem;

struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

Handle open_target(const std::string& path) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Handle target(opened);
    if (code != SQLITE_OK) fail(opened, code, "storage.copy");
    sqlite3_extended_result_codes(opened, 1);
    // A copy that is cut off is thrown away, so it needs no journal; it is synced once, at its end.
    if (sqlite3_exec(opened, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        fail(opened, sqlite3_extended_errcode(opened), "storage.copy");
    return target;
}

void copy_pages(sqlite3* target, sqlite3* source) {
    sqlite3_backup* const backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup == nullptr) fail(target, sqlite3_extended_errcode(target), "storage.copy");
    // All pages in one step: one read transaction, so one moment; writers go on beside it (write-ahead log).
    int code = sqlite3_backup_step(backup, -1);
    const int end = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) code = end;
    if (code != SQLITE_OK) fail(target, code, "storage.copy");
}

} // namespace

void copy_database(Connection& source, const std::string& path) {
    const std::string part = path + ".part";
    if (fs::exists(path))
        throw MachineFailure(fmt::format("{} exists already; a copy needs a new name.", path));
    const Descriptor made(::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!made.is_open())
        throw MachineFailure(fmt::format("The copy {} cannot be made: {}.", part, words_of(errno)));
    try {
        {
            const Handle target = open_target(part);
            copy_pages(target.get(), source.handle());
        }
        make_durable(made, part);
        fs::rename(part, path);
        make_durable(fs::absolute(path).parent_path());
    } catch (const fs::filesystem_error& error) {
        fs::remove(part);
        throw MachineFailure(fmt::format("The copy {} cannot be made: {}", path, error.what()));
    } catch (...) {
        fs::remove(part);
        throw;
    }
}

} // namespace poa::storage::sqlite
