// SPDX-License-Identifier: Apache-2.0
// From SQLite's result codes to what the operator reads.
#include "storage/sqlite/connection.hpp"

#include <cerrno>
#include <sqlite3.h>

namespace poa::storage::sqlite {

namespace {

using Kind = DatabaseError::Kind;

/// errno of the last failure of the database's file or of its log: the connection's own number may by then be
/// that of a later system call.
int last_error_of(sqlite3* handle, int file_pointer) {
    sqlite3_file* file = nullptr;
    int number = 0;
    if (sqlite3_file_control(handle, "main", file_pointer, &file) != SQLITE_OK || file == nullptr) return 0;
    if (file->pMethods == nullptr) return 0;
    return file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK ? number : 0;
}

int system_error_of(sqlite3* handle, int code) {
    const int family = code & 0xff;
    if (handle == nullptr || (family != SQLITE_IOERR && family != SQLITE_CANTOPEN)) return 0;
    const int own = sqlite3_system_errno(handle);
    if (family == SQLITE_CANTOPEN) return own;
    if (const int log = last_error_of(handle, SQLITE_FCNTL_JOURNAL_POINTER)) return log;
    if (const int file = last_error_of(handle, SQLITE_FCNTL_FILE_POINTER)) return file;
    return own;
}

Kind kind_of_machine_error(int code, int system_error) {
    if (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG) return Kind::full;
    if (system_error == EROFS || system_error == EACCES || system_error == EPERM) return Kind::read_only;
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return Kind::corrupt;
    case SQLITE_IOERR_NOMEM:
        return Kind::other;
    default:
        return (code & 0xff) == SQLITE_CANTOPEN ? Kind::unavailable : Kind::other;
    }
}

Kind kind_of(int code, int system_error) {
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Kind::unique;
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_DIRECTORY:
        return Kind::read_only;
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return Kind::constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::again;
    case SQLITE_FULL:
        return Kind::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return kind_of_machine_error(code, system_error);
    default:
        return Kind::other;
    }
}

std::string_view sentence(Kind kind) {
    switch (kind) {
    case Kind::unique:
        return "the same thing exists already";
    case Kind::constraint:
        return "a rule of the table says no";
    case Kind::again:
        return "another process has kept the database busy for too long; try again";
    case Kind::full:
        return "there is no space left on the disk of the database; free some and try again";
    case Kind::read_only:
        return "the database cannot be written here; check the rights of its file and folder";
    case Kind::corrupt:
        return "a page of the database does not read back; restore the last backup";
    case Kind::unavailable:
        return "the database file cannot be opened";
    case Kind::other:
        break;
    }
    return "the database says no";
}

/// "UNIQUE constraint failed: person.email" -> "person.email".
std::string constraint_of(int code, std::string_view words) {
    if ((code & 0xff) != SQLITE_CONSTRAINT) return {};
    const auto colon = words.find(": ");
    return colon == std::string_view::npos ? std::string() : std::string(words.substr(colon + 2));
}

} // namespace

void fail(sqlite3* handle, int code, std::string_view query_name) {
    // Its words first: asking about its files changes them.
    const std::string said = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    const Kind kind = kind_of(code, system_error_of(handle, code));
    const char* const file = handle == nullptr ? nullptr : sqlite3_db_filename(handle, "main");
    std::string words = fmt::format("{}: {} (SQLite says: {}", query_name, sentence(kind), said);
    const bool about_file = kind != Kind::unique && kind != Kind::constraint && kind != Kind::other;
    if (about_file && file != nullptr && *file != '\0') words += fmt::format("; file {}", file);
    words += ')';
    throw DatabaseError(kind, constraint_of(code, said), words);
}

} // namespace poa::storage::sqlite
