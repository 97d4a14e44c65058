// SPDX-License-Identifier: Apache-2.0
#pragma once
// Files beside the checkout that tests read and the program never does: ${POA_SHARED}, else ../shared.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace poa::views::test {

[[nodiscard]] inline std::filesystem::path shared_folder() {
    const char* set = std::getenv("POA_SHARED");
    return set != nullptr ? std::filesystem::path(set) : std::filesystem::path(POA_SOURCE_DIR) / "../shared";
}

[[nodiscard]] inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || text.str().empty())
        throw std::runtime_error(file.string() + " is needed: set POA_SHARED to the folder with mission/");
    return std::move(text).str();
}

/// The coding of the replies as it stands beside the requirements.
[[nodiscard]] inline std::string real_coding() {
    return bytes_of(shared_folder() / "mission/positions.json");
}

} // namespace poa::views::test
