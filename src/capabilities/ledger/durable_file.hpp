// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small files that must survive a crash whole: the signing key and the rollback guard.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace poa::ledger {

enum class Existing { keep, replace };

/// Writes a temporary file beside, synchronises it, gives it its name and synchronises the folder: a reader
/// sees the old content or the new, also after a crash. Mode 0600. With Existing::keep a file that is there
/// is left as it is and MachineFailure thrown. Throws MachineFailure, naming the file, where it cannot be
/// written.
void write_durably(const std::filesystem::path& file, std::string_view content, Existing existing);

/// Nothing where there is no such file. Throws MachineFailure where it cannot be read or is above
/// `bytes_max`.
[[nodiscard]] std::optional<std::string> read_small_file(const std::filesystem::path& file,
                                                         std::size_t bytes_max);

/// Holds an exclusive lock on `file` (made empty where missing) from construction to destruction, against
/// other threads and processes of this machine. Waits for it. Throws MachineFailure where the file cannot be
/// opened.
class FileLock {
  public:
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    int descriptor_;
};

} // namespace poa::ledger
