// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a screen shows of a question while it changes, as one viewer may see it.

#include "base/time.hpp"
#include "capabilities/decisions/store.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poa::decisions {

/// All that is asked about a proposal and changes, read at one moment.
struct LiveState {
    Stage stage = Stage::tabled;      ///< of the proposal
    std::int64_t steps = 0;           ///< that the proposal went
    std::optional<Question> question; ///< the newest; nothing: none was put yet
    std::vector<Objection> objections;
    std::vector<Vote> votes;
    std::vector<store::Heard> heard;    ///< of all its questions
    std::optional<Id<Question>> appeal; ///< the vote on a ruling that is open
};
[[nodiscard]] std::optional<LiveState> live_state(storage::Session& session, Id<Proposal> proposal);

/// Grows with all that this viewer may know of, and with nothing else: who learns of no objection cannot
/// count them. Two states of one revision may differ only where several processes write; then the one that
/// came later holds.
[[nodiscard]] std::int64_t revision_of(const LiveState& state, Viewer viewer);

/// The fields of a JSON object, without its braces, that tell the state to that viewer:
///   "question": 12, or 0 where none was put, "appeal": 13, or 0, "stage": "before_the_body";
/// and where there is a question
///   "state": "open", the name of the outcome, or "taken_back",
///   "asked": "consensus", "closes": "2027-03-04T15:00:00Z" or null, "members": 193,
///   "objections": 1, "objectors": ["XXA"] (that stand; not of a vote, and only where the viewer learns of
///   them: to others an objection changes nothing, so that nothing is told at its moment either),
///   "cast": 40 (of a vote),
///   "votes": {"XXA": "yes"} (of a roll-call; States in order),
///   "in_favour", "against", "abstaining" (of a vote that ended, and of a roll-call).
/// Grounds are not told: they are read on the page.
[[nodiscard]] std::string live_fields(const LiveState& state, Viewer viewer);
/// The whole object: with "revision" and "now".
[[nodiscard]] std::string live_text(const std::string& fields, std::int64_t revision, Instant now);

} // namespace poa::decisions
