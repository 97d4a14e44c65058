// SPDX-License-Identifier: Apache-2.0
#pragma once
// The chain of acts that founds the mechanism: who adopts its instrument and who endorses it, in the order of
// the charter (clause 2.9), and at its end the convening of the first meeting (A/78/76, France). Each step is
// an act of its own body; the mechanism waits for the last. Pure.

#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/matter.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// One kind of step, as the clause names it, and the last one.
struct StepSpec {
    std::string_view step;    ///< "conference_adopts"
    std::string_view title;   ///< source string
    std::string_view body;    ///< that takes it here; empty: a body outside this platform
    bool establishes = false; ///< it makes the mechanism, rather than welcoming what another made
    bool holds_back = true;   ///< the mechanism waits for it
};
[[nodiscard]] std::span<const StepSpec> step_specs();
[[nodiscard]] const StepSpec* find_step(std::string_view step); ///< null where there is none

/// What took a step.
struct StepAct {
    std::string symbol;
    Day day;
    bool by_consensus = true;             ///< else by vote
    std::string source;                   ///< where it can be read; empty of a decision here
    std::optional<Id<Proposal>> proposal; ///< of a decision here
    bool operator==(const StepAct&) const = default;
};
struct ChainStep {
    std::string step;
    std::optional<StepAct> act;
    bool operator==(const ChainStep&) const = default;
};
struct Chain {
    std::int64_t charter_version = 0; ///< whose steps they are
    Instant begun;
    std::vector<ChainStep> steps;
    /// Its place; nothing where all have been taken.
    [[nodiscard]] std::optional<std::size_t> waiting() const;
    /// Every step that the mechanism waits for has been taken.
    [[nodiscard]] bool is_complete() const;
    bool operator==(const Chain&) const = default;
};

/// The steps of a charter in order, the convening of the first meeting last of those that hold it back; then
/// those that the mechanism itself takes. Empty where the charter names none.
[[nodiscard]] std::vector<std::string> steps_of(const charter::Charter& charter);

/// Whether the next step is taken by that act. All reasons at once, kind rule: "decisions.chain_complete";
/// "decisions.step_decided_here" (step, body) where the act is said to be of a body outside; and
/// "decisions.step_not_next" (step, waiting) where it is not the one waited for;
/// "decisions.step_out_of_order" (day, before) of a day before that of the step before it;
/// "decisions.step_to_come" (day) of a day after `today`; "decisions.step_by_consensus" (step; clause 2.7 or
/// 8.1) where it establishes the mechanism, was taken by vote, and the charter knows no vote there (A/78/76,
/// Egypt: establishment by consensus).
[[nodiscard]] Result<void> may_take(const Chain& chain, const charter::Charter& charter,
                                    std::string_view step, const StepAct& act, Day today);

/// Whether matters of that class may be decided: those of the founding always, others when the chain is
/// complete or there is none. Refuses (rule) "decisions.mechanism_not_active" (waiting; clause 2.9).
[[nodiscard]] Result<void> may_act_in(const Chain* chain, Matter matter);

} // namespace poa::decisions
