// SPDX-License-Identifier: Apache-2.0
#include "storage/files.hpp"

#include "base/require.hpp"
#include "storage/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace poa::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_prefix = ".part-";
constexpr std::size_t folder_digits = 2;

fs::path place_of(const fs::path& folder, const Sha256& digest) {
    const std::string hex = digest.hex();
    return folder / hex.substr(0, folder_digits) / hex.substr(folder_digits);
}

/// What a process that was cut off has left. Another process may be writing one now, so only old ones.
void remove_old_parts(const fs::path& folder) {
    std::error_code error;
    const auto limit = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (!entry.path().filename().string().starts_with(part_prefix)) continue;
        const auto written = entry.last_write_time(error);
        if (!error && written < limit) fs::remove(entry.path(), error);
    }
}

void write_under(const fs::path& folder, const fs::path& place, Bytes content) {
    std::string part = (folder / (std::string(part_prefix) + "XXXXXX")).string();
    const Descriptor file(::mkostemp(part.data(), O_CLOEXEC));
    if (!file.is_open())
        throw MachineFailure(
            fmt::format("The folder {} cannot be written: {}.", folder.string(), words_of(errno)));
    try {
        write_all(file, content, place);
        make_durable(file, place);
        std::error_code error;
        fs::rename(part, place, error);
        if (error)
            throw MachineFailure(fmt::format("{} cannot be written: {}.", place.string(), error.message()));
    } catch (...) {
        ::unlink(part.c_str());
        throw;
    }
}

/// Nothing where there is no such file.
std::optional<std::string> read_file(const fs::path& place) {
    const Descriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    std::string content;
    std::error_code error;
    if (const auto size = fs::file_size(place, error); !error) content.reserve(size + 1);
    char buffer[65536];
    for (;;) {
        const ssize_t count = file.is_open() ? ::read(file.number(), buffer, sizeof buffer) : -1;
        if (count == 0) return content;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            throw MachineFailure(
                fmt::format("The file {} cannot be read: {}.", place.string(), words_of(errno)));
        content.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace

FileStore::FileStore(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error)
        throw MachineFailure(
            fmt::format("The folder {} cannot be made: {}.", folder_.string(), error.message()));
    if (::faccessat(AT_FDCWD, folder_.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        throw MachineFailure(
            fmt::format("The folder {} cannot be written ({}). Give this user the right to write there.",
                        folder_.string(), words_of(errno)));
    remove_old_parts(folder_);
}

Sha256 FileStore::put(Bytes content) {
    const Sha256 digest = sha256(content);
    const fs::path place = place_of(folder_, digest);
    std::error_code error;
    if (fs::create_directory(place.parent_path(), error)) make_durable(folder_);
    if (error)
        throw MachineFailure(
            fmt::format("The folder {} cannot be made: {}.", place.parent_path().string(), error.message()));
    // A file that was damaged since is mended by the same content.
    const auto kept = read_file(place);
    if (!kept || bytes_of(*kept).size() != content.size() || !std::ranges::equal(bytes_of(*kept), content))
        write_under(folder_, place, content);
    make_durable(place.parent_path()); // also where it was there: its writer may not have come this far
    return digest;
}

bool FileStore::has(const Sha256& digest) const {
    return path(digest).has_value();
}

std::optional<std::string> FileStore::get(const Sha256& digest) const {
    const fs::path place = place_of(folder_, digest);
    auto content = read_file(place);
    if (content && sha256(*content) != digest)
        throw MachineFailure(
            fmt::format("The file {} is damaged: its content is not what its name says. Restore it from "
                        "a backup.",
                        place.string()));
    return content;
}

std::optional<fs::path> FileStore::path(const Sha256& digest) const {
    fs::path place = place_of(folder_, digest);
    std::error_code error;
    if (!fs::is_regular_file(place, error)) return std::nullopt;
    return place;
}

std::vector<Sha256> FileStore::all() const {
    std::vector<Sha256> digests;
    for (const fs::directory_entry& outer : fs::directory_iterator(folder_)) {
        if (!outer.is_directory() || outer.path().filename().string().size() != folder_digits) continue;
        for (const fs::directory_entry& inner : fs::directory_iterator(outer.path()))
            if (const auto digest =
                    Sha256::from_hex(outer.path().filename().string() + inner.path().filename().string()))
                digests.push_back(*digest);
    }
    std::ranges::sort(digests);
    return digests;
}

} // namespace poa::storage
