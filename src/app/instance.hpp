// SPDX-License-Identifier: Apache-2.0
#pragma once
// One programme of action on this machine: its folder, database, files and signing key, opened and checked.

#include "app/settings.hpp"
#include "base/time.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "storage/database.hpp"
#include "storage/files.hpp"
#include "storage/migrations.hpp"

#include <memory>
#include <vector>

namespace poa::app {

/// All migrations of all capabilities, in the order of the uses table.
[[nodiscard]] std::vector<storage::Migration> all_migrations();

class Instance {
  public:
    /// Opens what is there; throws MachineFailure saying what is missing or wrong and what to do. Changes
    /// nothing.
    explicit Instance(Settings settings);

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] storage::Database& database() { return *database_; }
    [[nodiscard]] storage::FileStore& files() { return *files_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }

    /// Runs `act(Work&)` as one unit of work and returns what it returns once that is durable.
    template <class Act> auto work(Act&& act) {
        return database_->write([&](storage::Session& session) {
            ledger::Work unit(session, clock_.now());
            return act(unit);
        });
    }

  private:
    Settings settings_;
    SystemClock clock_;
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<storage::FileStore> files_;
};

/// Makes the folder, the database, the signing key and loads the shipped reference data; on an instance that
/// exists applies what a newer program brings. A mechanism without a charter is founded with `charter`, or
/// with the agreed one; a mechanism that has one keeps it, and asking for another is MachineFailure. Returns
/// sentences on what was done.
std::vector<std::string> initialise(const Settings& settings, const std::string& origin,
                                    const charter::Charter* charter = nullptr);

/// Gives what was recorded its place in the ledger, for verbs that run where no server does; leaves it to the
/// server where that is faster.
void sequence(Instance& instance);

/// Files of a data folder that the database speaks of and that are missing or altered; empty when all are
/// there.
[[nodiscard]] std::vector<std::string> missing_files(Instance& instance);

} // namespace poa::app
