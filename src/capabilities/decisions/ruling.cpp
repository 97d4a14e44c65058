// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/ruling.hpp"

namespace poa::decisions {

RuleApplied rule_of_appeals(const charter::Charter& charter) {
    RuleApplied applied = rule_for(charter, Matter::procedural);
    applied.rule = {};
    applied.rule.form = charter::RuleForm::vote;
    applied.rule.majority = charter::Majority::simple;
    applied.rule.base = charter::MajorityBase::present_and_voting;
    return applied;
}

std::string_view standing_of(const Question* vote) {
    if (vote == nullptr) return "stands";
    if (vote->is_open()) return "appealed";
    return vote->outcome == charter::Outcome::adopted_by_vote ? "overruled" : "stands";
}

Result<void> may_appeal(const Ruling& ruling, const Ruling& newest, const Proposal& proposal, bool entitled) {
    Refusal problems{Refusal::Kind::rule, {}};
    auto say = [&](bool holds, const char* code) {
        if (holds) problems.reasons.push_back(Reason{code, {}, {}, {}});
    };
    // What took effect under a ruling is not undone by overruling it: an appeal comes at once or never.
    say(proposal.ended.has_value(), "decisions.proposal_is_over");
    say(!entitled, "decisions.not_entitled");
    say(ruling.id != newest.id, "decisions.ruling_not_newest");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    if (ruling.question)
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.appealed_already")
                          .with("state", ruling.appealed_by));
    return {};
}

} // namespace poa::decisions
