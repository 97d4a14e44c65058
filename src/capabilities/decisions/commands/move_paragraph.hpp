// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct MoveParagraph {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::string paragraph;    ///< key
    std::string beside;       ///< key of the one after which it shall stand; empty: at the beginning
};
[[nodiscard]] const Input<MoveParagraph>& input_of(Of<MoveParagraph>);

/// The Chair moves a paragraph; nothing is renumbered but what is shown, and references follow. Records
/// "decisions.move_paragraph" (version, paragraph, beside). Refuses as `act_for_chair`, `open_text`;
/// (bad_input) "decisions.no_such_paragraph", "decisions.beside_itself"; (conflict)
/// "decisions.paragraph_removed", "decisions.moved_meanwhile"; (rule) "decisions.no_change".
[[nodiscard]] Result<TextChanged> move_paragraph(ledger::Work& work, const identity::Actor& actor,
                                                 const MoveParagraph& request);

} // namespace poa::decisions
