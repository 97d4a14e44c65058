// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the acts of States on a question have in common.

#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

struct TextVersion; ///< tag of Id<TextVersion>
/// That the text still reads as the sender saw it. Refuses (conflict) "decisions.text_changed" (seen, newest,
/// changes: the address of what changed); (bad_input, version) "decisions.no_such_version" (newest).
[[nodiscard]] Result<void> text_as_seen(storage::Session& session, const Proposal& proposal,
                                        Id<TextVersion> seen);

/// A proposal with the newest question on it.
struct OpenMatter {
    Proposal proposal;
    Question question;
};
/// The newest question on the proposal, or the vote on an appeal where `seen` is one.
/// Refuses (not_found) "decisions.no_such"; (rule) "decisions.no_question"; where `seen` is given and is not
/// the newest, (conflict) "decisions.another_question".
[[nodiscard]] Result<OpenMatter> matter_of(ledger::Work& work, const identity::Actor& actor, Id<Proposal> id,
                                           Id<Question> seen = {});

/// That no vote on an appeal is open: until it has ended nothing else is put or declared. Refuses (rule)
/// "decisions.appeal_open".
[[nodiscard]] Result<void> no_appeal_open(storage::Session& session, Id<Proposal> proposal);

/// Who reads of an objection: everyone, Member States, or the State itself (the Chair is told on the page).
[[nodiscard]] Audience audience_of_objections(const RuleApplied& applied);

/// The beginning of an entry on a question.
[[nodiscard]] ledger::Entry entry_on(std::string act, const identity::Permit& permit,
                                     const identity::Actor& actor, const OpenMatter& matter);

} // namespace poa::decisions
