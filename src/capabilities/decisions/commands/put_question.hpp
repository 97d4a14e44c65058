// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct PutQuestion {
    Id<Proposal> proposal;
    std::string asked;      ///< "by_rule", or "vote" where consensus has failed
    bool roll_call = false; ///< of a vote: each State's voice is on the record
};
[[nodiscard]] const Input<PutQuestion>& input_of(Of<PutQuestion>);

/// The Chair puts the proposal to its body, by the rule of the charter in force for its matter. The text, the
/// rule and the States entitled are frozen. Records "decisions.put_question" (question, asked, clause,
/// charter, members, closes, text_version) for everyone. Refuses (rule): "decisions.not_in_this_stage",
/// "decisions.text_is_open" (paragraphs; an outcome holds nothing without consensus),
/// "decisions.vote_not_yet" where consensus was not tried, "decisions.no_vote_by_rule",
/// "decisions.already_failed" (a rule without a vote, after it was not adopted: the discussion is reopened
/// first), "decisions.charter_in_question" while another question would change the charter or this one would
/// while others are open, and whatever the effect's check refuses.
[[nodiscard]] Result<Question> put_question(ledger::Work& work, const identity::Actor& actor,
                                            const Mechanism& mechanism, const PutQuestion& request);

} // namespace poa::decisions
