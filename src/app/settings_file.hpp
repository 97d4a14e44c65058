// SPDX-License-Identifier: Apache-2.0
#pragma once
// The settings file: DIR/poa.conf, or what --config names. Lines `name = value`; names as on the command
// line, without dashes in front; # begins a comment; several values as ["a", "b"].

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace poa::app {

/// What stands in a settings file, as environment variables: {"POA_LISTEN", "127.0.0.1:8080"}. Throws
/// MachineFailure, naming the file and all at once, where it cannot be read or has names that are no
/// settings, or one with several values.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
read_settings_file(const std::filesystem::path& file);

/// Puts them into the environment of this process, where each gives way to what is there already: so the file
/// yields to the environment, and that to the command line. Before any thread is started.
void apply_settings_file(const std::filesystem::path& file);

} // namespace poa::app
