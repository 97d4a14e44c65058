// SPDX-License-Identifier: Apache-2.0
#pragma once
// The survey of a simulated run: drafted, and put in use by a decision, as every survey is.

#include "app/simulated_proceedings.hpp"
#include "capabilities/charter/behaviour.hpp"

#include <optional>
#include <string>

namespace poa::app {

inline constexpr const char* simulated_survey_key = "simulated-survey";

class SimulatedSurvey {
  public:
    SimulatedSurvey(const charter::Ground& ground, SimulatedPlatform& platform)
        : ground_(ground), platform_(platform), room_(platform) {}

    [[nodiscard]] bool is_in_use() const { return stage_ == Stage::in_use; }
    /// Does what can be done today towards its adoption.
    void go_on(const charter::World& world);

  private:
    enum class Stage { none, drafted, tabled, asked, in_use, impossible };
    void draft(const Clock& clock);
    void table(const Clock& clock);
    void put(const Clock& clock);
    void conclude(const Clock& clock, const decisions::Question& ended);

    const charter::Ground& ground_;
    SimulatedPlatform& platform_;
    Proceedings room_;
    Stage stage_ = Stage::none;
    std::string version_, digest_; ///< of the draft
    Put put_;
};

} // namespace poa::app
