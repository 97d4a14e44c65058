// SPDX-License-Identifier: Apache-2.0
#pragma once
// One proposal on its way through the commands of decisions, as played behaviours need it.

#include "app/simulated_platform.hpp"
#include "app/simulated_put.hpp"
#include "app/simulated_voices.hpp"
#include "capabilities/decisions/commands/draft_proposal.hpp"
#include "capabilities/decisions/question.hpp"

#include <span>
#include <string>

namespace poa::app {

/// Each is refused where a rule of the charter says no; anything else that is refused is our mistake.
class Proceedings {
  public:
    /// Needs: `platform` outlives it.
    explicit Proceedings(SimulatedPlatform& platform) : platform_(platform) {}

    /// Drafts it and tables it; withdrawn again where it may not be tabled.
    [[nodiscard]] Result<Put> table(const Clock& clock, const identity::Actor& author,
                                    const decisions::DraftProposal& request);
    void withdraw(const Clock& clock, const identity::Actor& author, Put& put);
    void open_discussion(const Clock& clock, const Put& put);
    /// `asked`: "by_rule", or "vote" after a consensus that failed.
    [[nodiscard]] Result<decisions::Question> ask(const Clock& clock, Put& put, std::string asked);
    void object(const Clock& clock, const Put& put, std::span<const std::size_t> states);
    void withdraw_objection(const Clock& clock, const Put& put, std::size_t state);
    void vote(const Clock& clock, const Put& put, const HeardStates& heard);
    void extend(const Clock& clock, Put& put, std::int64_t days);
    [[nodiscard]] Result<decisions::Question> close(const Clock& clock, const Put& put);
    /// Questions whose hours have passed: the platform closes them.
    void close_due(const Clock& clock);
    /// The newest question on the proposal, as it stands.
    [[nodiscard]] decisions::Question newest(const Put& put);
    void take_back(const Clock& clock, const Put& put, std::string reason);
    /// The charter as it is now.
    [[nodiscard]] std::shared_ptr<const charter::CharterInForce> in_force();

  private:
    void say(const Clock& clock, const Put& put, std::span<const std::size_t> states,
             const std::string& voice);
    SimulatedPlatform& platform_;
};

/// Whether one of the reasons is that.
[[nodiscard]] bool says(const Refusal& refusal, std::string_view code);

} // namespace poa::app
