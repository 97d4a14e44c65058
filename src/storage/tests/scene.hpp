// SPDX-License-Identifier: Apache-2.0
#pragma once
// A folder that passes, and a process that passes: for tests of what files, rights, limits and kills do.

#include "storage/database.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>

namespace poa::storage {

class TestFolder {
  public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Runs `body` in a process of its own; what it writes to the descriptor it is given can be read here.
class ChildProcess {
  public:
    explicit ChildProcess(const std::function<void(int out)>& body);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// All that it has written, once it has ended (or was killed).
    [[nodiscard]] std::string output();
    /// Waits until it has written so many bytes in all; false where it ended before.
    bool wait_for_output(std::size_t count);
    void kill();

  private:
    void end();
    pid_t process_ = -1;
    int in_ = -1;
    std::string read_;
};

/// What `body` returns, run in a process of its own ("died" where it does not come to its end).
[[nodiscard]] std::string in_child(const std::function<std::string()>& body);

/// No file of this process may grow beyond `bytes`, as on a full disk (EFBIG; SIGXFSZ is ignored). 0: no
/// limit.
void limit_file_size(std::uint64_t bytes);

/// A file with a table `note (id, words)` and `rows` rows of 1000 characters; closed again.
void make_notes(const std::string& path, int rows);
inline constexpr Query insert_note{"test.note", "INSERT INTO note (words) VALUES ($1)"};
inline constexpr Query count_notes{"test.notes", "SELECT count(*) FROM note"};

/// The words of the MachineFailure that `body` throws; empty where it throws none.
[[nodiscard]] std::string failure_of(const std::function<void()>& body);

} // namespace poa::storage
