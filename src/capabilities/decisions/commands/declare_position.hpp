// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct DeclarePosition {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::string paragraph;    ///< key; empty: the whole text
    std::string kind;  ///< support, can_live_with, reservation, objection, none (what was said is taken back)
    std::string told;  ///< chair, states, public
    std::string words; ///< why; may be empty
};
[[nodiscard]] const Input<DeclarePosition>& input_of(Of<DeclarePosition>);

/// A State declares where it stands on a paragraph, to whom it chooses; it takes the place of what it
/// declared there before. Records "decisions.declare_position" (paragraph, kind, told, version; sealed:
/// words) for those who are told. Refuses as `act_for_state`, `open_text`, `has_right`, `reads_as_seen`;
/// (rule) "decisions.no_position" where nothing stands to be taken back.
[[nodiscard]] Result<TextChanged> declare_position(ledger::Work& work, const identity::Actor& actor,
                                                   const Mechanism& mechanism,
                                                   const DeclarePosition& request);

} // namespace poa::decisions
