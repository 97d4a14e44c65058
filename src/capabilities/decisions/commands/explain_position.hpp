// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/statement.hpp"

namespace poa::decisions {

struct ExplainPosition {
    Id<Proposal> proposal;
    std::string kind;      ///< before, after, dissociation, reply
    std::string paragraph; ///< of a dissociation
    std::string text;
};
[[nodiscard]] const Input<ExplainPosition>& input_of(Of<ExplainPosition>);

/// A State explains its position, dissociates itself from a paragraph without blocking, or replies. Public,
/// and said once. Records "decisions.explain_position" (kind, paragraph, sha256 of the text). Refuses (rule)
/// "decisions.before_is_over" after the decision, "decisions.not_decided_yet" for an explanation after it;
/// (bad_input) "decisions.no_such_paragraph", "input.required" for the text of what is no dissociation;
/// (conflict) "decisions.dissociated_already", "decisions.explained_already"; (rule)
/// "decisions.proposal_is_over".
[[nodiscard]] Result<Statement> explain_position(ledger::Work& work, const identity::Actor& actor,
                                                 const ExplainPosition& request);

} // namespace poa::decisions
