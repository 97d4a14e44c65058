// SPDX-License-Identifier: Apache-2.0
#pragma once
// Positions, claims and bands as they stand now, in memory and unchanging: made once and shared by all
// threads. A correction makes a new one that shares everything the correction does not touch.

#include "capabilities/views/claims_file.hpp"
#include "capabilities/views/store.hpp"
#include "capabilities/views/summary.hpp"

#include <atomic>
#include <memory>

namespace poa::views {

struct Standing {
    store::Stand stand;
    std::string title; ///< of the question set
    std::vector<store::KeptActor> actors;
    Matrix matrix;
    std::shared_ptr<const ClaimSet> claims;
    std::shared_ptr<const Bands> bands;
    Summary summary;

    [[nodiscard]] const QuestionSet& questions() const { return matrix.questions(); }
    [[nodiscard]] bool is_empty() const { return questions().size() == 0; }
};

/// Reads everything. Throws DatabaseError; MachineFailure where kept texts do not read back.
[[nodiscard]] std::shared_ptr<const Standing> read_standing(storage::Session& session);

/// What holds now: one for the process.
class CurrentStanding {
  public:
    /// Brings it up to what the session sees, where that differs: only cells that changed are read, and only
    /// claims that depend on them counted again. Any thread; one cheap query where nothing changed.
    [[nodiscard]] std::shared_ptr<const Standing> of(storage::Session& session);

  private:
    std::atomic<std::shared_ptr<const Standing>> standing_;
};

/// The claims shipped with the program.
[[nodiscard]] const ClaimsFile& shipped_claims();
/// The bands shipped with the program, as they are when none were kept.
[[nodiscard]] const BandsFile& shipped_bands();
/// The words summaries are written with.
[[nodiscard]] const SummaryWords& summary_words();

} // namespace poa::views
