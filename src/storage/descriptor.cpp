// SPDX-License-Identifier: Apache-2.0
#include "storage/descriptor.hpp"

#include "base/require.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace poa::storage {

namespace {

[[noreturn]] void fail_writing(const std::filesystem::path& path, int error) {
    const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw MachineFailure(fmt::format("{} cannot be written: {}.{}", path.string(), words_of(error),
                                     is_full ? " Free some space on its disk and try again." : ""));
}

} // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

std::string words_of(int system_error) {
    return std::generic_category().message(system_error);
}

void write_all(const Descriptor& file, Bytes content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_writing(path, errno);
        content = content.subspan(static_cast<std::size_t>(written));
    }
}

void make_durable(const Descriptor& file, const std::filesystem::path& path) {
    if (::fsync(file.number()) != 0) fail_writing(path, errno);
}

void make_durable(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) fail_writing(path, errno);
    make_durable(file, path);
}

} // namespace poa::storage
