// SPDX-License-Identifier: Apache-2.0
#pragma once
// A ruling of the Chair on a point of order, and the appeal against it: rules 71 and 113 of the rules of
// procedure of the General Assembly. Any State may appeal; the appeal is voted on at once; the ruling stands
// unless a majority of those present and voting overrules it.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/question.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace poa::decisions {

struct Ruling {
    Id<Ruling> id;
    Id<Proposal> proposal;
    std::string raised_by;     ///< ISO3 of the State that rose to the point of order
    std::string point, ruling; ///< in the Chair's words
    std::string clause;        ///< or rule of procedure that it rests on, as the Chair names it
    Instant ruled;
    std::string appealed_by; ///< ISO3; empty: nobody has appealed
    std::string reasons;     ///< of the appeal
    std::optional<Instant> appealed;
    std::optional<Id<Question>> question; ///< the vote on the appeal
};

/// By what the appeal is decided: a simple majority of those present and voting, as a matter of procedure.
[[nodiscard]] RuleApplied rule_of_appeals(const charter::Charter& charter);

/// What stands now: "stands" (nobody appealed, or the vote did not overrule it), "appealed" while the vote is
/// open, "overruled". `vote`: on the appeal; null: none.
[[nodiscard]] std::string_view standing_of(const Question* vote);

/// Whether a State may appeal now. Refuses (rule) "decisions.ruling_not_newest", "decisions.not_entitled",
/// "decisions.proposal_is_over"; (conflict) "decisions.appealed_already" (state). `newest`: of the proposal.
[[nodiscard]] Result<void> may_appeal(const Ruling& ruling, const Ruling& newest, const Proposal& proposal,
                                      bool entitled);

} // namespace poa::decisions
