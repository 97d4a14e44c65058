// SPDX-License-Identifier: Apache-2.0
#pragma once
// A database in memory that one thread at a time has for itself, as years that are played need it: nobody
// waits for it, nothing is synced, and it can go back to where it stood. What SQL says and refuses is as in
// the file that is served; snapshots beside a writer are not (for those: Database::open, ":memory:").

#include "storage/database.hpp"

#include <memory>

namespace poa::storage {

class AloneDatabase : public Database {
  public:
    /// Empty, as a file that was just made.
    [[nodiscard]] static std::unique_ptr<AloneDatabase> open();

    /// From here on everything can be taken back: writes are kept behind savepoints. Needs: not called
    /// before.
    virtual void keep_here() = 0;
    /// Back to where `keep_here` was called. Statements stay prepared, so it costs as much as what is undone.
    virtual void go_back() = 0;
};

} // namespace poa::storage
