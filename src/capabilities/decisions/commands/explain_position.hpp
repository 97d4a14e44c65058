// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/statement.hpp"

namespace poa::decisions {

struct ExplainPosition {
    Id<Proposal> proposal;
    std::string kind;        ///< before, after, dissociation, reply
    std::string paragraph;   ///< of a dissociation
    Id<TextVersion> version; ///< of a dissociation: in which the sender read the paragraph
    std::string text;
};
[[nodiscard]] const Input<ExplainPosition>& input_of(Of<ExplainPosition>);

/// A State explains its position, dissociates itself from a paragraph without blocking, or replies. Public,
/// and said once; a dissociation is from the wording that the State read, and may be said again of another
/// one. Records "decisions.explain_position" (kind, paragraph, version, sha256 of the text). Refuses (rule)
/// "decisions.before_is_over" after the decision, "decisions.not_decided_yet" for an explanation after it,
/// "decisions.only_members_dissociate" of an observer State, which takes no part in the decision, as
/// `may_reply`, "decisions.proposal_is_over"; (bad_input) "decisions.no_such_paragraph", "input.required" for
/// the text of what is no dissociation and the version of one; (conflict) "decisions.dissociated_already",
/// "decisions.explained_already", and as `text_as_seen` where the paragraph reads otherwise now.
[[nodiscard]] Result<Statement> explain_position(ledger::Work& work, const identity::Actor& actor,
                                                 const Mechanism& mechanism, const ExplainPosition& request);

} // namespace poa::decisions
