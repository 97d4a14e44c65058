// SPDX-License-Identifier: Apache-2.0
#pragma once
// A whole file that somebody named on the command line.

#include <filesystem>
#include <optional>
#include <string>

namespace poa::app {

/// Nothing where it is not there, is a folder, or cannot be read.
[[nodiscard]] std::optional<std::string> bytes_in(const std::filesystem::path& file);
/// Throws MachineFailure with its name where there is nothing.
[[nodiscard]] std::string bytes_of_file(const std::filesystem::path& file);

} // namespace poa::app
