// SPDX-License-Identifier: Apache-2.0
#pragma once
// After commit, journal entries get their places in the ledger: hashed, put into tiles, and signed. Every
// entry exactly once, whoever else is sequencing the same database, and whenever the machine stops.

#include "base/time.hpp"
#include "capabilities/ledger/guard.hpp"
#include "capabilities/ledger/note.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace poa::ledger {

class Sequencer {
  public:
    struct Settings {
        std::filesystem::path guard_file; ///< ledger/key.hpp: guard_file_of
        int batch_entries_max = 1024;     ///< in one transaction
    };
    /// The key's name is the ledger's origin. All references must outlive this.
    Sequencer(storage::Database& database, SigningKey key, Settings settings, const Clock& clock);
    virtual ~Sequencer() = default;
    Sequencer(const Sequencer&) = delete;
    Sequencer& operator=(const Sequencer&) = delete;

    /// Sequences what waits, at most one batch, in one transaction that ends with a signed checkpoint. Signs
    /// the empty tree where there is no checkpoint at all. False where there was nothing to do. Throws
    /// SigningRefused where signing would contradict what was signed before (the database is older than the
    /// guard, or tells another history, or belongs to another key), and what the database throws.
    bool run_once();

    /// What run_once would refuse for, without doing anything; nothing where it would sign.
    [[nodiscard]] std::optional<std::string> why_not_signing();

    [[nodiscard]] const VerifierKey& verifier() const { return key_.verifier(); }

  protected:
    enum class Step { transaction_begun, guard_written, entries_placed, head_advanced };
    /// Told inside the transaction after each step, for tests that stop the work there.
    virtual void reached(Step) {}

  private:
    struct Batch;
    bool sequence(storage::Session& session, const GuardRecord& guard);
    Batch next_batch(storage::Session& session, const GuardRecord& guard) const;
    void publish(storage::Session& session, const Batch& batch);

    storage::Database& database_;
    SigningKey key_;
    Settings settings_;
    const Clock& clock_;
};

/// The guard of a new ledger. Throws MachineFailure where one exists already.
void make_guard_file(const std::filesystem::path& guard_file);

/// The way out after SigningRefused, `poa ledger accept-rollback`: takes the database as it is for the truth.
/// What the guard remembered is written into the journal as a public entry (act "ledger.accept_rollback", on
/// behalf of "operator"), so that the break stands in the ledger itself; then the guard begins again from the
/// database's head. Whoever kept a later checkpoint will see that it does not fit: that is the price, and the
/// entry says so.
void accept_rollback(storage::Database& database, const std::filesystem::path& guard_file,
                     const Clock& clock);

} // namespace poa::ledger
