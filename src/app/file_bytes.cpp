// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"

#include "base/require.hpp"

#include <fstream>
#include <sstream>

namespace poa::app {

std::optional<std::string> bytes_in(const std::filesystem::path& file) {
    // A folder opens as a file does, and reads as an empty one.
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return std::nullopt;
    return std::move(text).str();
}

std::string bytes_of_file(const std::filesystem::path& file) {
    auto bytes = bytes_in(file);
    if (!bytes) throw MachineFailure(fmt::format("{} cannot be read", file.string()));
    return std::move(*bytes);
}

} // namespace poa::app
