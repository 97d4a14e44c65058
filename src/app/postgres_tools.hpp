// SPDX-License-Identifier: Apache-2.0
#pragma once
// PostgreSQL's own tools for copies, run as child processes, without a shell.

#include <filesystem>
#include <string>
#include <vector>

namespace poa::app {

/// A database address without its password, which must not show up in the list of processes.
struct ToolAddress {
    std::string address;
    std::string password; ///< goes to the tool as PGPASSWORD; empty: none was in the address
};
[[nodiscard]] ToolAddress without_password(const std::string& address);

/// Runs the tool `words[0]` to its end. Throws MachineFailure: it is missing (with the Debian package that
/// has it), or it failed (with its own words).
void run_tool(const std::vector<std::string>& words, const std::string& password);

/// Writes the database as it is in `snapshot` (pg_export_snapshot) to `file`, and reads the file back.
void dump_postgres(const std::string& address, const std::string& snapshot,
                   const std::filesystem::path& file);
/// Loads `file` into an empty database: all of it or nothing.
void load_postgres(const std::string& address, const std::filesystem::path& file);

} // namespace poa::app
