// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/opening.hpp"

#include "storage/descriptor.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sqlite3.h>
#include <unistd.h>

namespace poa::storage::sqlite {

namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat.html, section 1.3
constexpr std::string_view first_bytes("SQLite format 3\0", 16);
constexpr std::size_t application_id_at = 68;
constexpr std::size_t header_size = 100;

bool may(const std::string& path, int rights) {
    return ::faccessat(AT_FDCWD, path.c_str(), rights, AT_EACCESS) == 0;
}

void write_first_page(const std::string& path) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> handle(opened, sqlite3_close_v2);
    if (code != SQLITE_OK) fail(opened, code, "storage.create");
    const std::string sql = fmt::format("PRAGMA application_id={}; PRAGMA journal_mode=WAL;", application_id);
    if (sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(opened, sqlite3_extended_errcode(opened), "storage.create");
}

/// Complete under another name first: a start that is cut off leaves no half-made database.
void make_file(const std::string& path) {
    const fs::path folder = fs::absolute(path).parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw MachineFailure(
            fmt::format("The folder {} cannot be made: {}.", folder.string(), error.message()));
    std::string part = path + ".XXXXXX";
    const Descriptor file(::mkostemp(part.data(), O_CLOEXEC));
    if (!file.is_open())
        throw MachineFailure(fmt::format("The database {} cannot be made: {}.", path, words_of(errno)));
    try {
        write_first_page(part);
        make_durable(file, part);
        // link, unlike rename, never takes the place of what another process has made meanwhile
        if (::link(part.c_str(), path.c_str()) != 0 && errno != EEXIST)
            throw MachineFailure(fmt::format("The database {} cannot be made: {}.", path, words_of(errno)));
        fs::remove(part);
        make_durable(folder);
    } catch (const DatabaseError& failure) {
        fs::remove(part, error);
        throw MachineFailure(fmt::format("The database {} cannot be made: {}", path, failure.what()));
    } catch (...) {
        fs::remove(part, error);
        throw;
    }
}

void look_at_rights(const std::string& path) {
    const std::string folder = fs::absolute(path).parent_path().string();
    if (!may(folder, W_OK))
        throw MachineFailure(
            fmt::format("The data folder {} cannot be written ({}). Give this user the right to "
                        "write there, or choose another folder.",
                        folder, words_of(errno)));
    if (!may(path, R_OK | W_OK))
        throw MachineFailure(
            fmt::format("The database {} cannot be read and written ({}). Give this user the right "
                        "to do both.",
                        path, words_of(errno)));
}

std::int64_t application_id_of(std::string_view header) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(header[application_id_at + i]);
    return number;
}

void look_at_header(const std::string& path) {
    std::string header(header_size, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(header.data(), static_cast<std::streamsize>(header.size()));
    if (in.gcount() == 0)
        throw MachineFailure(
            fmt::format("{} is empty: it is not a database. If it was never used, remove it and run "
                        "`poa init`; otherwise restore the last backup.",
                        path));
    if (!header.starts_with(first_bytes))
        throw MachineFailure(
            fmt::format("{} is not an SQLite database, or its first page is damaged. If it should "
                        "be one, restore the last backup.",
                        path));
    if (const std::int64_t found = application_id_of(header); found != application_id)
        throw MachineFailure(
            fmt::format("{} is a foreign database: another program made it (application id {}). "
                        "Point to the right data folder.",
                        path, found));
}

} // namespace

void prepare_file(const std::string& path, bool create) {
    std::error_code error;
    fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        if (!create)
            throw MachineFailure(fmt::format("There is no database at {}. Make one with `poa init`.", path));
        make_file(path);
        status = fs::status(path, error);
    }
    if (status.type() == fs::file_type::none)
        throw MachineFailure(fmt::format("The database {} cannot be looked at: {}.", path, error.message()));
    if (status.type() != fs::file_type::regular)
        throw MachineFailure(fmt::format("{} is not a file, so it is not a database.", path));
    look_at_rights(path);
    look_at_header(path);
}

PassingFolder::PassingFolder() {
    std::error_code error;
    const fs::path memory = "/dev/shm";
    const fs::path parent = may(memory.string(), W_OK) ? memory : fs::temp_directory_path(error);
    std::string name = (parent / "poa-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw MachineFailure(
            fmt::format("No temporary folder can be made in {}: {}.", parent.string(), words_of(errno)));
    folder_ = name;
}

void PassingFolder::forget() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
    folder_.clear();
}

} // namespace poa::storage::sqlite
