// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the acts of States on a question have in common.

#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/question.hpp"

namespace poa::decisions {

/// A proposal with the newest question on it.
struct OpenMatter {
    Proposal proposal;
    Question question;
};
/// Refuses (not_found) "decisions.no_such"; (rule) "decisions.no_question"; where `seen` is given and is not
/// the newest, (conflict) "decisions.another_question".
[[nodiscard]] Result<OpenMatter> matter_of(ledger::Work& work, const identity::Actor& actor, Id<Proposal> id,
                                           Id<Question> seen = {});

/// Who reads of an objection: everyone, Member States, or the State itself (the Chair is told on the page).
[[nodiscard]] Audience audience_of_objections(const RuleApplied& applied);

/// The beginning of an entry on a question.
[[nodiscard]] ledger::Entry entry_on(std::string act, const identity::Permit& permit,
                                     const identity::Actor& actor, const OpenMatter& matter);

} // namespace poa::decisions
