// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/durable_file.hpp"

#include "base/bytes.hpp"
#include "base/require.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poa::ledger {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view what, int error) {
    throw MachineFailure(
        fmt::format("{} {}: {}", what, file.string(), std::generic_category().message(error)));
}

/// A file descriptor that is closed at the end.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& file, int flags)
        : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

  private:
    int number_;
};

void write_whole(const std::filesystem::path& file, std::string_view content) {
    Descriptor out(file, O_WRONLY | O_CREAT | O_EXCL);
    if (!out.is_open()) fail(file, "Cannot write", errno);
    while (!content.empty()) {
        ssize_t written = ::write(out.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(file, "Cannot write", errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(out.number()) != 0) fail(file, "Cannot write", errno);
}

void synchronise_folder(const std::filesystem::path& folder) {
    Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) fail(folder, "Cannot synchronise", errno);
}

} // namespace

void write_durably(const std::filesystem::path& file, std::string_view content, Existing existing) {
    std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::filesystem::path fresh = file;
    fresh += fmt::format(".{}.new", to_hex(bytes_of(random_bytes(8))));
    try {
        write_whole(fresh, content);
        // A link fails where the name is taken; a rename replaces it.
        bool named = existing == Existing::replace ? ::rename(fresh.c_str(), file.c_str()) == 0
                                                   : ::link(fresh.c_str(), file.c_str()) == 0;
        if (!named) fail(file, "Cannot write", errno);
        if (existing == Existing::keep) ::unlink(fresh.c_str());
    } catch (...) {
        ::unlink(fresh.c_str());
        throw;
    }
    synchronise_folder(folder);
}

std::optional<std::string> read_small_file(const std::filesystem::path& file, std::size_t bytes_max) {
    Descriptor in(file, O_RDONLY);
    if (!in.is_open() && errno == ENOENT) return std::nullopt;
    if (!in.is_open()) fail(file, "Cannot read", errno);
    std::string content;
    std::array<char, 4096> part;
    for (;;) {
        ssize_t got = ::read(in.number(), part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(file, "Cannot read", errno);
        if (got == 0) return content;
        content.append(part.data(), static_cast<std::size_t>(got));
        if (content.size() > bytes_max) fail(file, "Cannot read", EFBIG);
    }
}

FileLock::FileLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail(file, "Cannot lock", errno);
    while (::flock(descriptor_, LOCK_EX) != 0) {
        if (errno == EINTR) continue;
        int error = errno;
        ::close(descriptor_);
        fail(file, "Cannot lock", error);
    }
}

FileLock::~FileLock() {
    ::close(descriptor_);
}

} // namespace poa::ledger
