// SPDX-License-Identifier: Apache-2.0
#pragma once
// A program run on files in a folder of its own, with limits on everything.

#include <filesystem>
#include <string>
#include <vector>

namespace poa {

struct ChildLimits {
    int cpu_seconds = 15;
    int wall_seconds = 20;
    std::size_t memory_bytes = 0;
    std::size_t file_bytes = 0; ///< of any file it writes
    int open_files = 64;
};

struct ChildResult {
    enum class End { exited, out_of_time, out_of_cpu, output_too_large, killed };
    End end = End::exited;
    int exit_code = 0;
    std::string errors; ///< the first kilobytes of its standard error
};

/// A folder that goes, with all in it, when the object does.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Runs `program` (a path) in `folder`, standard input empty, standard output to the file "output" there. Its
/// whole process group is killed when time is over. Throws MachineFailure where no process can be started.
[[nodiscard]] ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments,
                                    const std::filesystem::path& folder, const ChildLimits& limits);

/// The path of a program in /usr/local/bin, /usr/bin or /bin; empty where it is in none.
[[nodiscard]] std::string find_program(const std::string& name);

} // namespace poa
