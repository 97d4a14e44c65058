// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct ProposeAmendment {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::int64_t parent = 0;  ///< number of the amendment it amends; 0: the text
    std::string kind;         ///< replace, insert_before, insert_after, remove, move; with a parent: replace
    std::string paragraph;    ///< key; with a parent: not read
    std::string beside;       ///< of a move: after which; empty: to the beginning
    std::string text;
    std::string reason;
    bool unattributed = false; ///< the State's name is for the Chair alone
};
[[nodiscard]] const Input<ProposeAmendment>& input_of(Of<ProposeAmendment>);

/// A State, or the Chair, proposes an amendment to a paragraph or to another amendment, made of the version
/// that was seen: an older one is no hindrance, the changes are brought together when it is accepted. Records
/// "decisions.propose_amendment" (amendment, parent, kind, paragraph, made_of, sha256 of the text), for all
/// or, unattributed, for the State alone. Refuses as `act_for_proposer`, `open_text`, `has_right`,
/// `problems_of`; (not_found) "decisions.no_such_amendment" for the parent; (conflict)
/// "decisions.paragraph_removed".
[[nodiscard]] Result<TextChanged> propose_amendment(ledger::Work& work, const identity::Actor& actor,
                                                    const Mechanism& mechanism,
                                                    const ProposeAmendment& request);

} // namespace poa::decisions
