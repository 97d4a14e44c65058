// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/asking.hpp"

namespace poa::decisions {

struct PutQuestion {
    Id<Proposal> proposal;
    Id<TextVersion> version; ///< of the text that the sender saw
    std::string asked;       ///< "by_rule", or "vote" where consensus has failed
    bool roll_call = false;  ///< of a vote: each State's voice is on the record
};
[[nodiscard]] const Input<PutQuestion>& input_of(Of<PutQuestion>);

/// The Chair puts the proposal to its body, by the rule of the charter in force for its matter. The text, the
/// rule and the States entitled are frozen. Records "decisions.put_question" (question, asked, clause,
/// charter, members, closes, text_version) for everyone. Refuses (rule): "decisions.not_in_this_stage",
/// "decisions.text_is_open" (paragraphs; an outcome holds nothing without consensus),
/// "decisions.vote_not_yet" where consensus was not tried, "decisions.no_vote_by_rule",
/// "decisions.already_failed" (a rule without a vote, after it was not adopted: the discussion is reopened
/// first), "decisions.charter_in_question" while another question would change the charter or this one would
/// while others are open, "decisions.not_at_meeting" (next; clause 8.13) for consensus and votes on a day on
/// which the body does not meet, "decisions.appeal_open" while States vote on a ruling, and whatever the
/// effect's check refuses; (conflict) as `text_as_seen`.
[[nodiscard]] Result<Question> put_question(ledger::Work& work, const identity::Actor& actor,
                                            const Mechanism& mechanism, const PutQuestion& request);

} // namespace poa::decisions
