// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is looked at, and said, before a database file is used.

#include "storage/sqlite/connection.hpp"

#include <filesystem>
#include <string>

namespace poa::storage::sqlite {

/// "POA1" in the file's header (PRAGMA application_id): the file is ours.
inline constexpr std::int64_t application_id = 0x504F4131;

/// Looks at the file `path` before SQLite does, and changes nothing in it. Where there is none and `create`,
/// makes an empty database, readable by its owner alone. Throws MachineFailure: missing, no database,
/// foreign, rights.
void prepare_file(const std::string& path, bool create);

/// A folder in memory where there is one. What is in it goes with the object or with the process: `forget`
/// takes the names away as soon as all connections are open.
class PassingFolder {
  public:
    PassingFolder();
    ~PassingFolder() { forget(); }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    [[nodiscard]] std::string file() const { return (folder_ / "poa.sqlite").string(); }
    void forget();

  private:
    std::filesystem::path folder_;
};

} // namespace poa::storage::sqlite
