// SPDX-License-Identifier: Apache-2.0
#pragma once
// Processes beside the mechanism, and States' affirmations of their commitment: what the founding clauses ask
// about.

#include "base/refusal.hpp"
#include "capabilities/charter/modalities.hpp"

#include <optional>
#include <span>
#include <string>

namespace poa::charter {

enum class ProcessPart : std::uint8_t {
    predecessor, ///< the mechanism continues its work
    same_matter, ///< another on the same matter: a parallel track while both last
    other,       ///< on another matter; its meetings take days
};
[[nodiscard]] std::string_view name_of(ProcessPart part);
[[nodiscard]] std::optional<ProcessPart> parse_process_part(std::string_view name);

struct Process {
    std::string key; ///< "oewg-2021-2025"
    std::string title, mandate;
    ProcessPart part = ProcessPart::other;
    Day from;
    std::optional<Day> to; ///< empty: no end is known
};

/// Level at which a State affirms its commitment (A/78/76, Australia: a high-level event).
struct Affirmation {
    std::string state; ///< ISO3
    std::string level; ///< head_of_state, head_of_government, minister, representative
    std::string statement;
    Instant at;
};

/// Two processes on the matter of the mechanism that last at the same time, though the charter wants one
/// track.
struct ParallelTracks {
    std::string first, second; ///< keys; "mechanism" for the mechanism itself
    Day from;
    std::optional<Day> to;
};
/// Empty where mechanism.single_track is not asked for. `founded`: the mechanism's first day.
[[nodiscard]] std::vector<ParallelTracks> parallel_tracks(const Charter& charter, Day founded,
                                                          std::span<const Process> processes);

/// The date guard (A/78/76 para. 21): before founding.no_act_before, and while a predecessor lasts that the
/// mechanism waits for (founding.after_working_group), the mechanism accepts no act. Refuses (rule)
/// "charter.not_founded_yet" (from, clause 2.1), "charter.predecessor_lasts" (process, clause 2.2).
[[nodiscard]] Result<void> may_act(const Charter& charter, Day day, std::span<const Process> processes);

} // namespace poa::charter
