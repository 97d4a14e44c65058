// SPDX-License-Identifier: Apache-2.0
#pragma once
// Exports as files that are sent piece by piece: however many reports there are, no export is held in memory.

#include "base/child_process.hpp"
#include "base/function_ref.hpp"

#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>

namespace poa::national_reports {

/// A folder of its own, which nobody else may read and which goes with the program. A file is there until
/// `files_max` newer ones are: it is opened for sending as soon as it is written, and an open file that is
/// removed is sent to its end.
class ExportFolder {
  public:
    /// A new file, written by `write(path)`. Nothing where `at_once` are being written: the caller comes
    /// again.
    [[nodiscard]] std::optional<std::filesystem::path>
    file(const std::string& ending, FunctionRef<void(const std::filesystem::path&)> write);

    static constexpr int at_once = 2;
    static constexpr std::size_t files_max = 16;

  private:
    std::filesystem::path begin(const std::string& ending);

    TemporaryFolder folder_;
    std::counting_semaphore<at_once> running_{at_once};
    std::mutex mutex_;
    std::int64_t made_ = 0;
    std::deque<std::filesystem::path> files_; ///< oldest first
};

} // namespace poa::national_reports
