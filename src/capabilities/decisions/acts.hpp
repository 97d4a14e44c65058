// SPDX-License-Identifier: Apache-2.0
#pragma once
// The acts that a reader may be offered on a proposal, in which stage, and what is said before they are done.

#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/ruling.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace poa::decisions {

/// A proposal with what is asked about it now. Null: there is none.
struct AtHand {
    const Proposal& proposal;
    const Question* question = nullptr; ///< the newest on the proposal
    const Question* appeal = nullptr;   ///< the vote on a ruling that is open
    const Ruling* ruling = nullptr;     ///< the newest
    /// What an act on a question is about: an appeal goes before all else.
    [[nodiscard]] const Question* asked() const { return appeal != nullptr ? appeal : question; }
};

enum class ActFor : std::uint8_t { proposer, state, chair };

struct OfferedAct {
    std::string_view command; ///< "lodge_objection"; the permission is "decisions.lodge_objection"
    ActFor whose;
    std::string_view title;    ///< source string: the link, and the page's title
    std::string_view recorded; ///< source string: what will be recorded, and who reads it
    bool (*offered)(const AtHand& at);
};
[[nodiscard]] std::span<const OfferedAct> offered_acts();
[[nodiscard]] const OfferedAct* find_act(std::string_view command);

/// In whose name the actor would do it; refuses as the permission table does.
[[nodiscard]] Result<identity::Permit> permit_for(const OfferedAct& act, const identity::Actor& actor,
                                                  const Proposal& proposal);

} // namespace poa::decisions
