// SPDX-License-Identifier: Apache-2.0
#pragma once
// A program that makes one file out of files in a folder: pandoc, an office suite.

#include "base/child_process.hpp"
#include "base/refusal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa {

struct FileConverter {
    std::string name, package; ///< the Debian package it comes with
    std::vector<std::string> arguments;
    std::string makes; ///< name of the file it leaves in the folder
};

/// What the program made of what lies in the folder. Refuses (rule) AREA + ".converter_missing" (converter,
/// package); AREA + ".conversion_failed" (converter, reason: "time", "size", its first words, or its exit
/// code). Throws MachineFailure as run_child.
[[nodiscard]] Result<std::string> convert_in(const TemporaryFolder& folder, const FileConverter& converter,
                                             const ChildLimits& limits, std::string_view area);

/// Puts a file into the folder. Throws MachineFailure where it cannot be written.
void write_into(const TemporaryFolder& folder, std::string_view name, std::string_view bytes);

} // namespace poa
