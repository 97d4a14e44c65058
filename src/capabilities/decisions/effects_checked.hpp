// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a page says of the effect of a proposal that is not decided: the last check, kept with all that it was
// made of, so that a page that many look at does not check anew for each of them.

#include "capabilities/decisions/mechanism.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace poa::decisions {

/// What adoption would change, or the codes of what stands against it.
struct Checked {
    std::vector<Change> changes;
    std::vector<std::string> problems;
};

/// One for the process. Any thread.
class KeptChecks {
  public:
    /// All that a check depends on.
    struct MadeOf {
        std::int64_t revision = 0;     ///< of the proposal
        std::int64_t text_version = 0; ///< and of its text
        std::int64_t text_revision = 0;
        std::int64_t agreed = 0; ///< how much was ever agreed
        Sha256 charter;          ///< in force
        Day day;
        std::shared_ptr<const members::Register> states;
        bool operator==(const MadeOf&) const = default;
    };
    /// Null where none is kept, or it was made of something else.
    [[nodiscard]] std::shared_ptr<const Checked> find(Id<Proposal> proposal, const MadeOf& made_of) const;
    void keep(Id<Proposal> proposal, MadeOf made_of, std::shared_ptr<const Checked> checked);

  private:
    struct Kept {
        MadeOf made_of;
        std::shared_ptr<const Checked> checked;
    };
    mutable std::mutex mutex_;
    std::map<Id<Proposal>, Kept> kept_; ///< at most a thousand
};

/// As check_effect, for a reader. Acts never ask it: what is tabled, put or adopted is checked anew.
[[nodiscard]] std::shared_ptr<const Checked> checked_effect(storage::Session& session,
                                                            const Mechanism& mechanism,
                                                            const charter::CharterInForce& in_force,
                                                            const Proposal& proposal, Instant now);

} // namespace poa::decisions
